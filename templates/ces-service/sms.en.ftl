${company.name}: you dealt with our service. Did we make it easy for you? Reply with 1 (not at all) to 7 (very), or here: ${links.survey} No more SMS: reply STOP
