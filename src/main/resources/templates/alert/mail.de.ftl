<#macro said n><#switch n.kind><#case "score-below">${n.facts.metric?upper_case}<#if n.facts.touchpoint?has_content> bei ${n.facts.touchpoint}</#if>: ${n.facts.score} aus ${n.facts.answers} Antworten der letzten ${n.facts.days} Tage. Auch das obere Ende der Spanne (${n.facts.low} bis ${n.facts.high}) liegt unter ${n.facts.points}.<#break><#case "cases-overdue">${n.facts.cases} Fälle<#if n.facts.desk?has_content> von ${n.facts.desk}</#if> warten über die Zeit auf den ersten Kontakt; gemeldet wird ab mehr als ${n.facts.most}.<#break><#case "case">Fall ${n.facts.case?c} bei ${n.facts.desk}: Antwort ${n.facts.score}. Wer der Kunde ist, steht im Fall.<#break><#default>Der Versand ist angehalten; nichts geht mehr an Kunden.</#switch></#macro>
Hinweise von Uplift: ${name}

<#list notices as n>
* <@said n/>
  ${n.when} – Zur Kenntnis nehmen: ${n.link}

</#list>
Sie bekommen diese Mail, weil Ihre Adresse in campaigns/alerts steht. Derselbe Hinweis kommt nicht noch einmal, bis ihn jemand zur Kenntnis nimmt, es deutlich schlimmer wird oder Zeit vergangen ist.
