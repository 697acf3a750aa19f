${company.name}: you dealt with our service. How likely are you to recommend us? Reply with a number from 0 to 10, or here: ${links.survey} No more SMS: reply STOP
