${company.name}: you dealt with our service. Did we make it easy for you, 1 (not at all) to 7 (very)? ${links.survey} No more SMS: reply STOP
