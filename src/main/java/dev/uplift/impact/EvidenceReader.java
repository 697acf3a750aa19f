package dev.uplift.impact;

import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.Run;
import dev.uplift.campaign.Step;
import dev.uplift.impact.stats.Classes;
import dev.uplift.platform.Metric;
import dev.uplift.platform.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts what is known of a run, in a few statements over one snapshot of the database. */
@Repository
class EvidenceReader {

    private static final String DRAWN =
            "select cell, arm, stratum, earlier, people from impact.cell where run_id = :run";

    private static final String CONTACTED = SqlFile.of("impact/contacted.sql");
    private static final String ANSWERED = SqlFile.of("impact/answered.sql");
    private static final String CONTACTED_BY_CELL = SqlFile.of("impact/contacted-by-cell.sql");
    private static final String FIRST_ANSWERS = SqlFile.of("impact/first.sql");
    private static final String ACCOUNTS = SqlFile.of("impact/accounts.sql");
    private static final String BESIDES = SqlFile.of("impact/besides.sql");
    private static final String MIXED = SqlFile.of("impact/mixed.sql");
    private static final String OUTSIDE = SqlFile.of("impact/outside.sql");
    private static final String WAVES = SqlFile.of("impact/waves.sql");
    private static final String HELD_BACK = SqlFile.of("impact/held-back.sql");

    private static final String ALSO = SqlFile.of("impact/also.sql");

    private static final String OTHER_RUNS =
            "select count(*) as runs from campaign.run where campaign_key = :campaign and run_id <> :run";

    private static final String ALL = "survey.score";

    /** Without answers by links that a program had opened before. */
    private static final String TRUSTED = "(select * from survey.score where not review)";

    private static final String REVIEWS = """
            select exists (select from survey.score
                            where run_id = :run and metric = :metric and at <= :now and review)""";

    /** A million people are compared by hash, which the default memory would spill to disk. */
    private static final String ROOM = "set local work_mem = '64MB'";

    /** Spans before the start are as long as the one after it, but long enough for a wave of answers. */
    private static final Duration SHORTEST_SPAN = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final MeasurementSettings settings;
    private final TransactionTemplate snapshot;

    EvidenceReader(JdbcClient jdbc, MeasurementSettings settings, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** All counts are of the same moment, and of nothing after the given one. */
    Evidence read(Run run, Campaign campaign, MeasurementPlan plan, Instant now) {
        return Objects.requireNonNull(
                snapshot.execute(status -> {
                    jdbc.sql(ROOM).update();
                    var all = count(run, campaign, plan, now, ALL);
                    return reviews(run, plan, now) ? all.beside(count(run, campaign, plan, now, TRUSTED)) : all;
                }),
                "Counting gives evidence");
    }

    private boolean reviews(Run run, MeasurementPlan plan, Instant now) {
        return jdbc.sql(REVIEWS)
                .param("run", run.id().value())
                .param("metric", plan.metric())
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    private Evidence count(Run run, Campaign campaign, MeasurementPlan plan, Instant now, String scores) {
        var parameters = parameters(run, campaign, plan, now);
        var tally = new Tally();
        query(DRAWN, parameters, (row, number) -> tally.drawn(row));
        query(answered(ANSWERED, campaign, scores), parameters, (row, number) -> tally.answered(row));
        contacts(tally, parameters);
        query(BESIDES, parameters, (row, number) -> tally.happened(row));
        var mixed = mixed(parameters);
        var alone = plan.holdOut() == 0;
        return new Evidence(
                plan,
                now,
                0,
                tally.peers(),
                tally.besides("treated", mixed),
                tally.besides("hold-out", mixed),
                tally.themes(),
                alone ? query(OUTSIDE, parameters, EvidenceReader::outside).toList() : List.of(),
                alone ? query(WAVES, parameters, EvidenceReader::wave).toList() : List.of(),
                alone ? query(HELD_BACK, parameters, EvidenceReader::outside).toList() : List.of(),
                surveys(campaign) > 1
                        ? query(ALSO, parameters, EvidenceReader::also).toList()
                        : List.of(),
                plan.byAccount()
                        ? query(answered(ACCOUNTS, campaign, scores), parameters, EvidenceReader::account)
                                .toList()
                        : List.of());
    }

    /** Contacts are counted by cell only where it matters who was asked, since that takes twice as long. */
    private void contacts(Tally tally, Map<String, Object> parameters) {
        if (!tally.probablyUneven()) {
            query(CONTACTED, parameters, (row, number) -> tally.contacted(row));
        }
        if (tally.probablyUneven() || tally.uneven()) {
            tally.forgetContacts();
            query(CONTACTED_BY_CELL, parameters, (row, number) -> tally.contactedByCell(row));
        }
        if (!tally.uneven()) {
            tally.forgetWhoWasAsked();
        }
    }

    private Map<String, Object> parameters(Run run, Campaign campaign, MeasurementPlan plan, Instant now) {
        var metric = plan.asks();
        var since = Duration.between(run.startAt(), now).toSeconds();
        return Map.ofEntries(
                Map.entry("run", run.id().value()),
                Map.entry("campaign", run.campaign()),
                Map.entry("metric", metric.key()),
                Map.entry("middle", metric.share() ? metric.lowest() : metric.from(Metric.Part.MIDDLE)),
                Map.entry("upper", metric.from(Metric.Part.UPPER)),
                Map.entry(
                        "points",
                        IntStream.rangeClosed(0, 10).mapToObj(metric::code).toArray(Integer[]::new)),
                Map.entry("start", Timestamp.from(run.startAt())),
                Map.entry("now", Timestamp.from(now)),
                Map.entry("span", Math.max(SHORTEST_SPAN.toSeconds(), since)),
                Map.entry("steps", firsts(campaign)),
                Map.entry("guardrails", settings.guardrails().toArray(String[]::new)));
    }

    /** Most campaigns have one run, and no need to look through all contacts for another. */
    private long mixed(Map<String, Object> parameters) {
        var others = query(OTHER_RUNS, parameters, (row, number) -> row.getLong("runs"))
                .findFirst()
                .orElseThrow();
        return others == 0
                ? 0
                : jdbc.sql(MIXED).params(parameters).query(Long.class).single();
    }

    private static String answered(String sql, Campaign campaign, String scores) {
        return sql.replace("{answers}", surveys(campaign) > 1 ? FIRST_ANSWERS.replace("{scores}", scores) : scores);
    }

    private static long surveys(Campaign campaign) {
        return campaign.steps().stream()
                .filter(step -> step.kind() == Step.Kind.SURVEY)
                .count();
    }

    /** The first message and the first survey; later ones reach people whom these have reached. */
    private static Integer[] firsts(Campaign campaign) {
        return Stream.of(Step.Kind.MESSAGE, Step.Kind.SURVEY)
                .flatMap(kind -> campaign.steps().stream()
                        .filter(step -> step.kind() == kind)
                        .limit(1))
                .map(Step::number)
                .toArray(Integer[]::new);
    }

    private <T> Stream<T> query(String sql, Map<String, Object> parameters, RowMapper<T> reader) {
        return jdbc.sql(sql).params(parameters).query(reader).list().stream();
    }

    private static Accounts.Alike account(ResultSet row, int number) throws SQLException {
        return new Accounts.Alike(
                row.getString("of"),
                row.getString("arm"),
                row.getLong("people"),
                row.getDouble("total"),
                row.getLong("accounts"));
    }

    private static Evidence.Outside outside(ResultSet row, int number) throws SQLException {
        return new Evidence.Outside(row.getInt("earlier"), row.getInt("score"), row.getLong("people"));
    }

    private static Evidence.Also also(ResultSet row, int number) throws SQLException {
        return new Evidence.Also(
                row.getString("arm").equals("treated"),
                row.getString("metric"),
                row.getInt("score"),
                row.getLong("people"));
    }

    private static Evidence.Wave wave(ResultSet row, int number) throws SQLException {
        return new Evidence.Wave(
                row.getBoolean("treated"),
                row.getInt("wave"),
                new Classes(row.getLong("detractors"), row.getLong("passives"), row.getLong("promoters")));
    }
}
