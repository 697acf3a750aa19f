${company.name}: Ihre Jahresrechnung ist da. Wie wahrscheinlich empfehlen Sie uns weiter, 0 bis 10? ${links.survey} Keine SMS mehr: STOP
