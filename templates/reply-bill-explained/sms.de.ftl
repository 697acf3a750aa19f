${company.name}: Ihr Abschlag folgt aus Verbrauch und Tarif des letzten Jahres. Passt er nicht, antworten Sie mit einem Betrag, den Sie zahlen möchten. Keine SMS mehr: STOP
