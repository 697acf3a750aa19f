${company.name}: Sie hatten mit unserem Service zu tun. Wie zufrieden sind Sie mit uns? Antworten Sie mit einer Zahl von 1 bis 5 oder hier: ${links.survey} Keine SMS mehr: STOP
