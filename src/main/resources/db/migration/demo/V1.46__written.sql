-- Whether an SMS was written on the phone instead of having arrived there; recipient is the phone's number in both cases.
alter table demo.sms add column written boolean not null default false;
