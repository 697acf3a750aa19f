<#macro said n><#switch n.kind><#case "score-below">${n.facts.metric?upper_case}<#if n.facts.touchpoint?has_content> at ${n.facts.touchpoint}</#if>: ${n.facts.score} from ${n.facts.answers} answers of the last ${n.facts.days} days. Even the upper end of the range (${n.facts.low} to ${n.facts.high}) is below ${n.facts.points}.<#break><#case "cases-overdue">${n.facts.cases} cases<#if n.facts.desk?has_content> of ${n.facts.desk}</#if> wait too long for a first contact; more than ${n.facts.most} are reported.<#break><#case "case">Case ${n.facts.case?c} at ${n.facts.desk}: answer ${n.facts.score}. Who the customer is stands in the case.<#break><#default>Sending is stopped; nothing goes to customers any more.</#switch></#macro>
Alerts of Uplift: ${name}

<#list notices as n>
* <@said n/>
  ${n.when} – Acknowledge: ${n.link}

</#list>
You get this mail because your address stands in campaigns/alerts. The same alert does not come again until somebody acknowledges it, it gets much worse or time has passed.
