package dev.uplift.delivery;

import dev.uplift.channel.Receipt;
import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of every contact: one row per run, step and customer, and what became of it. */
@Repository
public class Ledger {

    private static final String NEWEST_RUN = """
            select r.run_id
              from campaign.run r
             where r.campaign_key = :campaign
               and (exists (select from delivery.assignment a where a.run_id = r.run_id)
                    or exists (select from delivery.decision d where d.run_id = r.run_id))
             order by r.number desc
             limit 1""";

    private static final String DECISIONS = """
            select arm as decision, channel, count(*) as customers
              from delivery.send
             where run_id = :run and step = 1
             group by arm, channel
            union all
            select reason, null, count(*)
              from delivery.decision
             where run_id = :run and step = 1
             group by reason""";

    private static final String STEPS = """
            select step, kind, template, state, channel, count(*) as sends
              from delivery.send
             where run_id = :run
             group by step, kind, template, state, channel
             order by step, state, channel""";

    private static final String COUNTS = """
            select state, count(*) as sends
              from delivery.send
             where run_id = :run and step = 1 and arm = 'treated'
             group by state
             order by state""";

    private static final String OWNER = """
            select s.customer_id, s.channel, s.purpose, r.campaign_key
              from delivery.send s
              join campaign.run r on r.run_id = s.run_id
             where s.id = :send""";

    private final JdbcClient jdbc;
    private final SendRows rows;
    private final Receipts receipts;
    private final Claims claims;
    private final UnsubscribeTokens tokens;
    private final Awaited awaited;

    Ledger(
            JdbcClient jdbc,
            SendRows rows,
            Receipts receipts,
            Claims claims,
            UnsubscribeTokens tokens,
            Awaited awaited) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.receipts = receipts;
        this.claims = claims;
        this.tokens = tokens;
        this.awaited = awaited;
    }

    /** The plan of the newest run as it was carried out, without problems. */
    public Optional<Plan> plan(String campaign) {
        return newestRun(campaign)
                .map(run -> Group.plan(
                        jdbc.sql(DECISIONS).param("run", run).query(Group::from).list()));
    }

    /** The steps of the newest run with their counts by state. */
    public List<StepCounts> steps(String campaign) {
        return newestRun(campaign).map(this::stepsOf).orElse(List.of());
    }

    /** Counts by state of the first contact of the newest run, treated customers only; adds up to toContact. */
    public Map<String, Long> counts(String campaign) {
        var counts = new LinkedHashMap<String, Long>();
        newestRun(campaign)
                .ifPresent(run -> jdbc.sql(COUNTS).param("run", run).query(row -> {
                    counts.put(row.getString("state"), row.getLong("sends"));
                }));
        return counts;
    }

    /** Rows of a campaign by keyset: about 500 after the given customer, whole customers only; state and customer narrow. */
    public List<SendRow> sends(
            String campaign, @Nullable String state, @Nullable String customer, @Nullable String after) {
        return rows.of(campaign, state, customer, after);
    }

    /** Keeps what a provider said; repeats are swallowed. Applied by the listening stage. */
    public void receive(Receipt receipt) {
        receipts.keep(receipt);
    }

    /** The owner of an unsubscribe token; empty if it is forged or unknown. */
    public Optional<SendOwner> ownerOf(String unsubscribeToken) {
        return tokens.send(unsubscribeToken)
                .flatMap(send -> jdbc.sql(OWNER)
                        .param("send", send.value())
                        .query((row, number) -> new SendOwner(
                                new CustomerId(row.getLong("customer_id")),
                                Medium.of(row.getString("channel")).orElseThrow(),
                                Purpose.of(row.getString("purpose")).orElseThrow(),
                                row.getString("campaign_key")))
                        .optional());
    }

    /** The next instant at which a send is due, or a run need not wait for answers any longer. */
    public Optional<Instant> nextDue() {
        return Stream.of(claims.nextDue(), awaited.next())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** The newest run that was planned. */
    Optional<Long> newestRun(String campaign) {
        return jdbc.sql(NEWEST_RUN)
                .param("campaign", campaign)
                .query(Long.class)
                .optional();
    }

    private List<StepCounts> stepsOf(long run) {
        var steps = new LinkedHashMap<Integer, StepCounts>();
        jdbc.sql(STEPS).param("run", run).query(row -> {
            var empty = new StepCounts(
                    row.getInt("step"), row.getString("kind"), row.getString("template"), 0, Map.of(), Map.of());
            var sends = row.getLong("sends");
            var state = row.getString("state");
            var channel = row.getString("channel");
            steps.compute(empty.step(), (step, known) -> (known == null ? empty : known).plus(state, channel, sends));
        });
        return List.copyOf(steps.values());
    }
}
