package dev.uplift.alert;

import dev.uplift.alert.Condition.CasesOverdue;
import dev.uplift.alert.Condition.OneCase;
import dev.uplift.alert.Condition.ScoreBelow;
import dev.uplift.delivery.Holds;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks whether the condition of a rule is met. */
@Component
class Watching {

    private static final String OVERDUE = """
            select count(*) from followup.awaited where :desk in ('', desk) and due_at < :now""";

    /** A look that was missed is made up for, but nobody is told of old cases when a rule is new. */
    private static final String CASES = """
            select c.case_id, c.desk, c.score, coalesce(r.comment, '') as comment
              from followup.chronicle c
              join lateral (select a.comment from survey.response a where a.invitation_id = c.invitation_id limit 1) r on true
              left join audience.member m on m.customer_id = c.customer_id
             where c.opened_at > :since and c.opened_at <= :now
               and (:score::int is null or c.score <= :score::int)
               and (:attribute::text is null or m.attributes ->> :attribute::text = :value::text)
             order by c.case_id
             limit 200""";

    private static final Duration LOOKING_BACK = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final ScoreWatch scores;
    private final Holds holds;

    Watching(JdbcClient jdbc, ScoreWatch scores, Holds holds) {
        this.jdbc = jdbc;
        this.scores = scores;
        this.holds = holds;
    }

    /** What is so now. */
    List<Sighting> look(Condition condition, Instant now) {
        if (condition instanceof ScoreBelow score) {
            return scores.look(score, now).stream().toList();
        }
        if (condition instanceof CasesOverdue overdue) {
            return overdue(overdue, now);
        }
        return condition instanceof OneCase wanted ? cases(wanted, now) : stopped();
    }

    private List<Sighting> overdue(CasesOverdue wanted, Instant now) {
        long count = jdbc.sql(OVERDUE)
                .param("desk", wanted.desk())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
        Map<String, Object> facts = Map.of("desk", wanted.desk(), "cases", count, "most", wanted.moreThan());
        return count <= wanted.moreThan()
                ? List.of()
                : List.of(new Sighting("cases-overdue", "desk:" + wanted.desk(), count, count / 2.0, facts));
    }

    private List<Sighting> cases(OneCase wanted, Instant now) {
        var attribute = wanted.attribute();
        return jdbc
                .sql(CASES)
                .param("since", Timestamp.from(now.minus(LOOKING_BACK)))
                .param("now", Timestamp.from(now))
                .param("score", wanted.scoreAtMost())
                .param("attribute", attribute == null ? null : attribute.name())
                .param("value", attribute == null ? null : attribute.value())
                .query((row, number) -> says(wanted.words(), row.getString("comment"))
                        ? Stream.of(one(row.getLong("case_id"), row.getString("desk"), row.getInt("score")))
                        : Stream.<Sighting>of())
                .list()
                .stream()
                .flatMap(found -> found)
                .toList();
    }

    /** No name and no word of the customer: mails go where not everybody may see them. */
    private static Sighting one(long id, String desk, int score) {
        return new Sighting(
                "case", "case:" + id, 0, Double.POSITIVE_INFINITY, Map.of("case", id, "desk", desk, "score", score));
    }

    private static boolean says(List<String> words, @Nullable String comment) {
        var text = " " + String.valueOf(comment).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ");
        return words.isEmpty() || words.stream().anyMatch(word -> text.contains(" " + word.toLowerCase(Locale.ROOT)));
    }

    private List<Sighting> stopped() {
        return holds.current().stream()
                .map(hold -> new Sighting(
                        "sending-stopped",
                        "since:" + hold.since().getEpochSecond(),
                        0,
                        Double.POSITIVE_INFINITY,
                        Map.of(
                                "reason",
                                hold.reason().name(),
                                "since",
                                hold.since().toString())))
                .toList();
    }
}
