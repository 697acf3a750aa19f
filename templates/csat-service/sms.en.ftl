${company.name}: you dealt with our service. How satisfied are you with us, 1 to 5? ${links.survey} No more SMS: reply STOP
