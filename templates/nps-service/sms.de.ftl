${company.name}: Sie hatten mit unserem Service zu tun. Wie wahrscheinlich empfehlen Sie uns weiter? Antworten Sie mit einer Zahl von 0 bis 10 oder hier: ${links.survey} Keine SMS mehr: STOP
