package dev.uplift.impact;

import dev.uplift.platform.Metric;
import dev.uplift.platform.SqlFile;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reports on following up: evidence is counted anew at each look, and no look is the last. */
@Component
public class FollowUps {

    private static final String METRICS = """
            select s.metric
              from followup.chronicle c
              join survey.score s on s.invitation_id = c.invitation_id
             where c.desk = :desk
             group by s.metric
             order by count(*) desc, s.metric""";

    /** The one that drew last. */
    private static final String NEWEST = """
            select d.waiting_list_id, d.desk, d.share, d.wait_seconds, d.worth, d.since
              from followup.drawing d
              join followup.chronicle c on c.waiting_list_id = d.waiting_list_id
             where d.desk = :desk and c.opened_at <= :now
             order by c.opened_at desc, c.case_id desc
             limit 1""";

    private static final String RATES = SqlFile.of("impact/desk-figures.sql");

    /** How long an answer counts where nobody waits. */
    private static final Duration USUAL_WAIT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final FollowUpReader reader;

    FollowUps(JdbcClient jdbc, FollowUpReader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    /** A report for each metric that opened cases of the desk, the most frequent first; empty before the first case. */
    public List<FollowUpReport> reports(String desk, Instant now) {
        var list = newest(desk, now);
        return jdbc.sql(METRICS).param("desk", desk).query(String.class).list().stream()
                .map(metric -> report(desk, list.orElse(null), metric, now))
                .toList();
    }

    private Optional<WaitingList> newest(String desk, Instant now) {
        return jdbc.sql(NEWEST)
                .param("desk", desk)
                .param("now", Timestamp.from(now))
                .query(WaitingList::of)
                .optional();
    }

    private FollowUpReport report(String desk, @Nullable WaitingList list, String metric, Instant now) {
        var plan = FollowUpPlan.of(desk, list, metric);
        var counted = reader.read(desk, list, list == null ? USUAL_WAIT : list.time(), plan, now);
        var exempt = counted.exempt();
        return new FollowUpReport(
                desk,
                list,
                Analyses.judge(Subject.FOLLOW_UP, counted.evidence()),
                exempt.shown(Comparison.small(exempt.assigned()), null, 1),
                counted.running(),
                counted.again());
    }

    /** What became of the cases that the desk has opened since. */
    public DeskFigures figures(String desk, Instant from, Instant now) {
        var metrics = Metric.values();
        var lines = jdbc.sql(RATES)
                .params(Map.of(
                        "desk", desk,
                        "from", Timestamp.from(from),
                        "now", Timestamp.from(now),
                        "metrics", FollowUpReader.keys(metrics),
                        "middles", FollowUpReader.middles(metrics)))
                .query((row, number) ->
                        new DeskFigures.Line(row.getString("of"), row.getString("name"), row.getLong("people")))
                .list();
        return DeskFigures.of(lines);
    }
}
