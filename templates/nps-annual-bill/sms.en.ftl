${company.name}: your annual bill is here. How likely are you to recommend us, 0 to 10? ${links.survey} No more SMS: reply STOP
