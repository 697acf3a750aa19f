${company.name}: three ways to save: heating down one degree, stand-by off, wash at 30 degrees. Borrow a meter: ${company.contact}. No more SMS: reply STOP
