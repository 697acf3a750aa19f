package dev.uplift.impact;

import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.Campaigns;
import dev.uplift.campaign.Run;
import dev.uplift.campaign.Step;
import dev.uplift.impact.stats.SequentialPlan;
import dev.uplift.platform.SqlFile;
import dev.uplift.platform.database.Patience;
import dev.uplift.survey.Mode;
import dev.uplift.survey.Surveys;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Measurement plans: fixed once per run, together with what is known of the people drawn. */
@Repository
public class Plans {

    /** How long people have after the last invitation or reminder; hardly anybody answers later. */
    private static final Duration TO_ANSWER = Duration.ofDays(14);

    private static final String DRAWN = "select count(*) from delivery.drawn where run_id = :run";

    private static final String LOCK = """
            insert into impact.plan (run_id, campaign_key, document, sha256, locked_at)
            values (:run, :campaign, :document, sha256(:bytes), :now)
            on conflict do nothing""";

    private static final String BASELINE = SqlFile.of("impact/baseline.sql");
    private static final String ANONYMOUS = SqlFile.of("impact/anonymous.sql");
    private static final String VALUES = SqlFile.of("impact/values.sql");
    private static final String NO_VALUES = "(select null::bigint as customer_id, null::text as label where false)";

    /** Values kept of an attribute; half as many of three, so that people fall into 216 groups at most. */
    private static final int MOST_VALUES = 12;

    private static final int MOST_ATTRIBUTES = 3;

    /** Believed to be empty, a million people would be looked up one by one. */
    private static final String ANALYZE = "analyze impact.baseline, impact.cell";

    /** A million people are sorted by what is known of them, which the default memory would spill to disk. */
    private static final String ROOM = "set local work_mem = '128MB'";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Patience patience;
    private final Campaigns campaigns;
    private final OutcomeRules rules;
    private final Forecasts forecasts;
    private final Surveys surveys;

    Plans(
            JdbcClient jdbc,
            TransactionOperations transaction,
            Patience patience,
            Campaigns campaigns,
            OutcomeRules rules,
            Forecasts forecasts,
            Surveys surveys) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.patience = patience;
        this.campaigns = campaigns;
        this.rules = rules;
        this.forecasts = forecasts;
        this.surveys = surveys;
    }

    /** Fixes how a planned run is measured; repeating it changes nothing, nor does it before anybody was drawn. */
    public Run lock(Run run, Instant now) {
        transaction.executeWithoutResult(status -> lockOnce(run, now));
        return run;
    }

    private void lockOnce(Run run, Instant now) {
        var id = run.id().value();
        var drawn = jdbc.sql(DRAWN).param("run", id).query(Long.class).single();
        if (drawn > 0 && find(run).isEmpty()) {
            var plan = proposed(campaigns.of(run), run.number(), run.startAt())
                    .locked(Math.round(drawn * forecasts.answerRate()), now);
            write(id, plan, now);
        }
    }

    private void write(long run, MeasurementPlan plan, Instant now) {
        var document = JSON.writeValueAsString(plan);
        var written = jdbc.sql(LOCK)
                .param("run", run)
                .param("campaign", plan.campaign())
                .param("document", document)
                .param("bytes", document.getBytes(StandardCharsets.UTF_8))
                .param("now", Timestamp.from(now))
                .update();
        if (written == 1) {
            baseline(run, plan);
            jdbc.sql(ANALYZE).update();
        }
    }

    private void baseline(long run, MeasurementPlan plan) {
        patience.have();
        jdbc.sql(ROOM).update();
        if (plan.anonymous()) {
            jdbc.sql(ANONYMOUS).param("run", run).update();
            return;
        }
        var attributes = plan.strata().subList(1, plan.strata().size());
        jdbc.sql(BASELINE.replace("{values}", attributes.isEmpty() ? NO_VALUES : VALUES))
                .param("run", run)
                .param("metric", plan.metric())
                .param("attributes", attributes.toArray(String[]::new))
                .param("most", attributes.size() < MOST_ATTRIBUTES ? MOST_VALUES : MOST_VALUES / 2)
                .update();
    }

    /** The plan of a run, fixed now if that was missed, as in a run from before an upgrade; empty until it is planned. */
    Optional<MeasurementPlan> of(Run run, Instant now) {
        return find(run).or(() -> find(lock(run, now)));
    }

    /** Keys of the campaigns with a fixed plan. */
    List<String> measured() {
        return jdbc.sql("select distinct campaign_key from impact.plan order by 1")
                .query(String.class)
                .list();
    }

    /** The plan of a run, if it is fixed. */
    Optional<MeasurementPlan> find(Run run) {
        return jdbc.sql("select document from impact.plan where run_id = :run")
                .param("run", run.id().value())
                .query(String.class)
                .optional()
                .map(document -> JSON.readValue(document, MeasurementPlan.class));
    }

    /** How a run of this version that starts then would be measured. */
    MeasurementPlan proposed(Campaign campaign, int run, Instant startAt) {
        var goal = campaign.goal();
        var metric = campaign.metric();
        return new MeasurementPlan(
                campaign.key(),
                campaign.version(),
                run,
                metric.key(),
                metric.breaks(),
                campaign.worth(),
                goal == null ? null : goal.target(),
                goal == null ? null : goal.by(),
                campaign.holdOut(),
                campaign.unit().name(),
                rules.uses(campaign.audience(), metric),
                anonymous(campaign)
                        ? List.of()
                        : Stream.concat(Stream.of(MeasurementPlan.CHANNEL), campaign.compareBy().stream())
                                .toList(),
                startAt.plus(untilReadOut(campaign)),
                0,
                SequentialPlan.RUNNING,
                SequentialPlan.READ_OUT,
                null);
    }

    /** Whether the answers that count will be anonymous. */
    private boolean anonymous(Campaign campaign) {
        return campaign.steps().stream()
                .flatMap(step -> surveys.find(step.template()).stream())
                .anyMatch(survey -> survey.mode() == Mode.ANONYMOUS && survey.metric() == campaign.metric());
    }

    /** From the start of a run to its read-out: the last invitation or reminder, and time to answer it. */
    static Duration untilReadOut(Campaign campaign) {
        return campaign.steps().stream().map(Step::after).reduce(TO_ANSWER, Duration::plus);
    }
}
