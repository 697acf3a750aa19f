${company.name}: thank you for your open answer. We want to do better and would like to call you. Reply with a time that suits you. No more SMS: reply STOP
