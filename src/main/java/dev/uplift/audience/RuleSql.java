package dev.uplift.audience;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a rule as SQL over {@code audience.member m}.
 *
 * <p>Everything about other tables is an {@code exists}, which PostgreSQL turns into a join where it stands alone and into
 * a hashed or an indexed look-up inside {@code or} and {@code not}.
 */
final class RuleSql {

    private static final int MOST_PARAMETERS = 2_000;

    private static final String EVENT = """
            exists (
                select from audience.happening e
                 where e.customer_id = m.customer_id and e.type = %s and e.at > %s and e.at <= %s)""";

    private static final String ANSWER = """
            exists (
                select from (select distinct on (customer_id) customer_id, invitation_id, score, at
                               from survey.score
                              where metric = %s and at <= %s and mode = 'identified'%s
                              order by customer_id, at desc) a
                 where a.customer_id = m.customer_id and a.score between %s and %s and a.at > %s %s)""";

    private static final String OF_SURVEY = " and survey_key = %s";

    private static final String ABOUT = """
             and exists (
                    select from survey.commented t
                     where t.invitation_id = a.invitation_id and t.tags @> array[%s]::text[])""";

    private final Instant now;
    private final Function<String, Rule> segments;
    private final Deque<String> open = new ArrayDeque<>();
    private final Bindings bindings = new Bindings();

    /** Names of segments become rules by this function. */
    RuleSql(Instant now, Function<String, Rule> segments) {
        this.now = now;
        this.segments = segments;
    }

    /** The whole rule with its parameters. */
    Condition condition(Rule rule) {
        return new Condition(rule.in(this), bindings.values());
    }

    String joined(List<Rule> rules, String operator) {
        return rules.stream().map(rule -> rule.in(this)).collect(Collectors.joining(operator, "(", ")"));
    }

    String attribute(Rule.Attribute rule) {
        refuseTooLarge();
        return new AttributeSql(bindings, rule.name(), rule.values()).compared(rule.comparison());
    }

    String event(Rule.Event rule) {
        refuseTooLarge();
        return EVENT.formatted(bindings.bind(rule.type()), since(rule.within()), bindings.bind(moment(now)));
    }

    String answer(Rule.Answer rule) {
        refuseTooLarge();
        return ANSWER.formatted(
                bindings.bind(rule.metric().key()),
                bindings.bind(moment(now)),
                bound(OF_SURVEY, rule.survey()),
                bindings.bind(rule.atLeast()),
                bindings.bind(rule.atMost()),
                since(rule.within()),
                bound(ABOUT, rule.tag()));
    }

    private String bound(String sql, @Nullable String value) {
        return value == null ? "" : sql.formatted(bindings.bind(value));
    }

    String segment(String key) {
        if (open.contains(key)) {
            throw SegmentProblem.cycle(key);
        }
        refuseTooLarge();
        open.push(key);
        var sql = segments.apply(key).in(this);
        open.pop();
        return sql;
    }

    private String since(@Nullable Duration within) {
        return within == null ? "'-infinity'" : bindings.bind(moment(now.minus(within)));
    }

    private void refuseTooLarge() {
        if (bindings.values().size() > MOST_PARAMETERS || open.size() > RuleReader.DEEPEST) {
            throw SegmentProblem.tooLarge();
        }
    }

    private static Object moment(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
