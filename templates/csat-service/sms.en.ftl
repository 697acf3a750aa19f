${company.name}: you dealt with our service. How satisfied are you with us? Reply with a number from 1 to 5, or here: ${links.survey} No more SMS: reply STOP
