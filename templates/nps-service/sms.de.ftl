${company.name}: Sie hatten mit unserem Service zu tun. Wie wahrscheinlich empfehlen Sie uns weiter, 0 bis 10? ${links.survey} Keine SMS mehr: STOP
