package dev.uplift.delivery;

import dev.uplift.campaign.Audiences;
import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.Selection;
import dev.uplift.campaign.Unit;
import dev.uplift.platform.SqlFile;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The statement that decides who is contacted, completed with a campaign's segment and values.
 *
 * <p>For a whole audience it decides in two steps, through a temporary table: the planner of PostgreSQL cannot know how many
 * rows the first step gives, took thousands for one, and joined a million with a million accordingly.
 */
@Component
class Decision {

    private static final String STEPS = SqlFile.of("delivery/steps.sql");
    private static final String CHOOSE = SqlFile.of("delivery/choose.sql");
    private static final String DECIDE = SqlFile.of("delivery/decide.sql");

    /** In order, since rows written in another make indexes slow. */
    private static final String KEEP_CHOICE = "create temporary table choice on commit drop as " + STEPS + CHOOSE
            + "select * from choice order by customer_id";

    private final JdbcClient jdbc;
    private final Audiences audiences;
    private final StepsJson steps;

    Decision(JdbcClient jdbc, Audiences audiences, StepsJson steps) {
        this.jdbc = jdbc;
        this.audiences = audiences;
        this.steps = steps;
    }

    /** The decision over the whole audience, followed by what is to be done with it; once in a transaction. */
    JdbcClient.StatementSpec then(String continuation, Campaign campaign, String salt, Instant start, Instant now) {
        var selection = audiences.selection(campaign, now);
        var values = values(campaign, salt, start, now);
        statement(KEEP_CHOICE, selection, values).update();
        jdbc.sql("analyze choice").update();
        return statement(STEPS + DECIDE + continuation, selection, values);
    }

    /** The decision for one customer, followed by what is to be done with it. */
    JdbcClient.StatementSpec forOne(String externalId, String continuation, Campaign campaign, Instant now) {
        var selection = audiences.selection(campaign, now);
        var values = values(campaign, "preview", now, now);
        values.put("externalId", externalId);
        var one = new Selection("(" + selection.sql() + ") and m.external_id = :externalId", selection.parameters());
        return statement(STEPS + CHOOSE + DECIDE + continuation, one, values);
    }

    private JdbcClient.StatementSpec statement(String sql, Selection selection, Map<String, Object> values) {
        return jdbc.sql(sql.replace("{audience}", selection.sql()))
                .params(values)
                .params(selection.parameters());
    }

    private Map<String, Object> values(Campaign campaign, String salt, Instant start, Instant now) {
        var schedule = campaign.schedule();
        var values = new HashMap<String, Object>();
        values.put("steps", steps.of(campaign));
        values.put("channels", campaign.channels().toArray(String[]::new));
        values.put(
                "opens",
                Optional.ofNullable(schedule.opens()).map(LocalTime::toString).orElse(null));
        values.put(
                "closes",
                Optional.ofNullable(schedule.closes()).map(LocalTime::toString).orElse(null));
        values.put("excepted", schedule.except().toArray(String[]::new));
        values.put("salt", salt);
        values.put("holdOut", (int) Math.round(campaign.holdOut() * 10_000));
        values.put("byAccount", campaign.unit() == Unit.ACCOUNT);
        values.put("start", Timestamp.from(start.isBefore(now) ? now : start));
        values.put("now", Timestamp.from(now));
        return values;
    }
}
