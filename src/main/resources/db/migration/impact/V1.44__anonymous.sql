-- Nobody knows who gave an anonymous answer.
alter table impact.answer alter column customer_id drop not null;
