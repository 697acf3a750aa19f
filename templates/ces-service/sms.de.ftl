${company.name}: Sie hatten mit unserem Service zu tun. Haben wir es Ihnen leicht gemacht, 1 (gar nicht) bis 7 (sehr)? ${links.survey} Keine SMS mehr: STOP
