${company.name}: Sie hatten mit unserem Service zu tun. Haben wir es Ihnen leicht gemacht? Antworten Sie mit 1 (gar nicht) bis 7 (sehr) oder hier: ${links.survey} Keine SMS mehr: STOP
