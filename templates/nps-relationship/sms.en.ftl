${company.name}: once a year we ask: how likely are you to recommend us, 0 to 10? ${links.survey} No more SMS: reply STOP
