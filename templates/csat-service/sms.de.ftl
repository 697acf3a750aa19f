${company.name}: Sie hatten mit unserem Service zu tun. Wie zufrieden sind Sie mit uns, 1 bis 5? ${links.survey} Keine SMS mehr: STOP
