${company.name}: Danke für Ihre offene Antwort. Wir möchten es besser machen und rufen Sie gern an. Antworten Sie mit einer Uhrzeit, die Ihnen passt. Keine SMS mehr: STOP
