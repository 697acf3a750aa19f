package dev.uplift.impact;

import dev.uplift.platform.Metric;
import dev.uplift.platform.SqlFile;
import dev.uplift.survey.Surveys;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts what is known of cases that were drawn by a lot, over one snapshot of the database. */
@Repository
class FollowUpReader {

    private static final String CASES = SqlFile.of("impact/followed-cases.sql");
    private static final String FOLLOWED = SqlFile.of("impact/followed.sql").replace("{cases}", CASES);
    private static final String BESIDES =
            SqlFile.of("impact/followed-besides.sql").replace("{cases}", CASES);

    private static final String ALL = """
            select count(distinct c.customer_id) as people, count(*) as cases,
                   count(*) filter (where c.answered_at + :wait * interval '1 second' > :now) as running
              from followup.chronicle c
              join survey.score s on s.invitation_id = c.invitation_id and s.metric = :metric
             where c.desk = :desk and c.waiting_list_id is not distinct from :list::bigint and c.arm <> 'exempt'
               and c.opened_at <= :now""";

    private final JdbcClient jdbc;
    private final Surveys surveys;
    private final MeasurementSettings settings;
    private final TransactionTemplate snapshot;

    FollowUpReader(
            JdbcClient jdbc, Surveys surveys, MeasurementSettings settings, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.surveys = surveys;
        this.settings = settings;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** What was counted; running and again are cases that do not count. */
    record Counted(Evidence evidence, Side exempt, long running, long again) {}

    /** All counts are of the same moment, and of nothing after the given one. */
    Counted read(String desk, @Nullable WaitingList list, Duration wait, MeasurementPlan plan, Instant now) {
        var parameters = parameters(desk, list, wait, plan, now);
        return Objects.requireNonNull(
                snapshot.execute(status -> count(plan, parameters, now)), "Counting gives evidence");
    }

    private Counted count(MeasurementPlan plan, Map<String, @Nullable Object> parameters, Instant now) {
        var tally = new FollowUpTally();
        jdbc.sql(FOLLOWED)
                .params(parameters)
                .query((row, number) -> tally.followed(row))
                .list();
        jdbc.sql(BESIDES)
                .params(parameters)
                .query((row, number) -> tally.happened(row))
                .list();
        return jdbc.sql(ALL)
                .params(parameters)
                .query((row, number) -> new Counted(
                        tally.evidence(plan, now),
                        tally.exempt(plan.asks()),
                        row.getLong("running"),
                        row.getLong("cases") - row.getLong("people")))
                .single();
    }

    private Map<String, @Nullable Object> parameters(
            String desk, @Nullable WaitingList list, Duration wait, MeasurementPlan plan, Instant now) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("desk", desk);
        parameters.put("list", list == null ? null : list.id());
        parameters.put("wait", wait.toSeconds());
        parameters.put("metric", plan.metric());
        parameters.put("surveys", asking(plan.asks()));
        parameters.put("guardrails", settings.guardrails().toArray(String[]::new));
        parameters.put("now", Timestamp.from(now));
        return parameters;
    }

    /** Keys of the surveys that ask for the same. */
    private String[] asking(Metric metric) {
        return surveys.metrics().entrySet().stream()
                .filter(survey -> survey.getValue() == metric)
                .map(Map.Entry::getKey)
                .sorted()
                .toArray(String[]::new);
    }

    static String[] keys(Metric... metrics) {
        return Stream.of(metrics).map(Metric::key).toArray(String[]::new);
    }

    /** The lowest answer of each metric that is not unhappy. */
    static Integer[] middles(Metric... metrics) {
        return Stream.of(metrics).map(metric -> metric.from(Metric.Part.MIDDLE)).toArray(Integer[]::new);
    }
}
