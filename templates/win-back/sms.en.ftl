${company.name}: you were not satisfied with us, and we are sorry. May we put it right? Write to ${company.contact} and we answer within two working days. No more SMS: reply STOP
