${company.name}: Drei Spartipps: Heizung ein Grad senken, Stand-by ganz abschalten, mit 30 Grad waschen. Messgerät leihen: ${company.contact}. Keine SMS mehr: STOP
