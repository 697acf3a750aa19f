${company.name}: your instalment follows from last year's use and tariff. If it does not suit you, reply with an amount that does. No more SMS: reply STOP
