${company.name}: Danke für Ihre gute Bewertung! Kennen Sie jemanden, der zu uns passt? Eine Nachricht an ${company.contact} genügt, um den Wechsel kümmern wir uns. Keine SMS mehr: STOP
