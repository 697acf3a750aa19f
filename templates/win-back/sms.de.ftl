${company.name}: Sie waren mit uns nicht zufrieden. Das tut uns leid. Dürfen wir es besser machen? Schreiben Sie an ${company.contact}, wir melden uns in zwei Werktagen. Keine SMS mehr: STOP
