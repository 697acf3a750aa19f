package dev.uplift.delivery;

import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.Campaigns;
import dev.uplift.campaign.Run;
import dev.uplift.platform.Failpoint;
import dev.uplift.platform.SqlFile;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Turns a campaign into ledger rows, set-based: segment, consent, channel and lot. */
@Repository
public class Planner {

    private static final Logger log = LoggerFactory.getLogger(Planner.class);

    private static final String PLAN = SqlFile.of("delivery/plan.sql");
    private static final String PREVIEW = SqlFile.of("delivery/preview.sql");
    private static final String EXPLAIN = SqlFile.of("delivery/explain.sql");

    /** Whoever comes second to plan a run waits for the first one's commit, and then finds it planned. */
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('uplift:plan:' || :run, 0))";

    private static final String PLANNED = """
            select exists (select from delivery.assignment where run_id = :run)
                or exists (select from delivery.decision where run_id = :run)""";

    /**
     * Thousands of new rows make the old statistics wrong, and sending begins with the commit: believed to be empty, a queue
     * of a million was read for each claim, which took a minute.
     */
    private static final String ANALYZE = "analyze delivery.send, delivery.due, delivery.assignment";

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Bulk bulk;
    private final Decision decision;
    private final PlanLint lint;
    private final Awaited awaited;

    Planner(JdbcClient jdbc, Campaigns campaigns, Bulk bulk, Decision decision, PlanLint lint, Awaited awaited) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.bulk = bulk;
        this.decision = decision;
        this.lint = lint;
        this.awaited = awaited;
    }

    /** What the campaign would do now; writes nothing. */
    public Plan preview(Campaign campaign, Instant now) {
        var groups = bulk.run(() -> decision.then(PREVIEW, campaign, "preview", now, now)
                .query(Group::from)
                .list());
        var plan = Group.plan(groups);
        return plan.with(lint.problems(campaign, plan, now));
    }

    /** The decision for one customer, or null if the customer is not in the audience. */
    public @Nullable CustomerDecision decision(Campaign campaign, String externalId, Instant now) {
        return decision.forOne(externalId, EXPLAIN, campaign, now)
                .query((row, number) -> new CustomerDecision(
                        row.getString("external_id"),
                        row.getString("refusal") != null
                                ? "left-out"
                                : row.getString("arm").equals("treated") ? "contact" : "hold-out",
                        row.getString("refusal"),
                        row.getString("refusal") == null ? row.getString("channel") : null,
                        considered(row.getString("considered"))))
                .optional()
                .orElse(null);
    }

    /** Plans a run; repeating it changes nothing. */
    public Planned plan(Run run, Instant now) {
        var sends = bulk.run(() -> planned(run) ? 0L : write(run, now));
        Failpoint.at("plan.after");
        log.info("Planned run {} of {}: {} sends", run.number(), run.campaign(), sends);
        return new Planned(run, sends);
    }

    private boolean planned(Run run) {
        var id = run.id().value();
        jdbc.sql(ALONE).param("run", id).query(rows -> {});
        return jdbc.sql(PLANNED).param("run", id).query(Boolean.class).single();
    }

    private long write(Run run, Instant now) {
        var campaign = campaigns.of(run);
        if (!campaign.messagesAfterAnswers().isEmpty()) {
            awaited.begin(run.id());
        }
        var sends = decision.then(PLAN, campaign, run.salt(), run.startAt(), now)
                .param("run", run.id().value())
                .query(Long.class)
                .single();
        jdbc.sql(ANALYZE).update();
        return sends;
    }

    private static Map<String, String> considered(@Nullable String pairs) {
        var considered = new LinkedHashMap<String, String>();
        Stream.ofNullable(pairs)
                .flatMap(all -> Stream.of(all.split(",", -1)))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> considered.put(pair[0], pair[1]));
        return considered;
    }
}
