${company.name}: thank you for your kind rating! Know someone we would suit? A message to ${company.contact} is enough, we take care of the change. No more SMS: reply STOP
