package dev.uplift.campaign;

import dev.uplift.identity.Actor;
import dev.uplift.identity.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The states of campaigns; of two people who press a button at once, only one changes anything. */
@Repository
class Lifecycle {

    private static final String STATUS = """
            select key, state, version, next_run_at, launched_at, launched_by
              from campaign.campaign
             where :key::text is null or key = :key
             order by updated_at desc, key""";

    /** A finished campaign, and one between two runs, can be launched again after a change. */
    private static final String LAUNCHABLE = """
               (state = 'DRAFT'
                or (state in ('LAUNCHED', 'FINISHED')
                    and launched_version < version
                    and not exists (select from campaign.execution e
                                     where e.campaign_key = c.key
                                       and e.state in ('DUE', 'RUNNING', 'PAUSED'))))""";

    private static final String MAY_LAUNCH = """
            select count(*)
              from campaign.campaign c
             where key = :key
               and
            """ + LAUNCHABLE;

    private static final String LAUNCH = """
            update campaign.campaign c
               set state = 'LAUNCHED', launched_version = version, next_run_at = :first,
                   launched_at = :now, launched_by = :actor, updated_at = :now
             where key = :key
               and version = :version
               and
            """ + LAUNCHABLE;

    private static final String PAUSE = """
            update campaign.campaign set state = 'PAUSED', updated_at = :now where key = :key and state = 'LAUNCHED'""";

    private static final String PAUSE_RUNS = """
            update campaign.execution
               set state = 'PAUSED'
             where campaign_key = :key
               and state in ('DUE', 'RUNNING')""";

    private static final String RESUME = """
            update campaign.campaign
               set state = 'LAUNCHED', updated_at = :now, missed_at = null,
                   next_run_at = case when next_run_at < :now then :next else next_run_at end
             where key = :key
               and state = 'PAUSED'""";

    private static final String RESUME_RUNS = """
            update campaign.execution
               set state = case when planned then 'RUNNING' else 'DUE' end,
                   start_at = case when planned then start_at else greatest(start_at, :now) end
             where campaign_key = :key
               and state = 'PAUSED'""";

    private static final String CANCEL = """
            update campaign.campaign
               set state = 'CANCELLED', next_run_at = null, updated_at = :now
             where key = :key
               and state in ('DRAFT', 'LAUNCHED', 'PAUSED')""";

    private static final String CANCEL_RUNS = """
            update campaign.execution
               set state = 'CANCELLED', finished_at = :now
             where campaign_key = :key
               and state in ('DUE', 'RUNNING', 'PAUSED')""";

    private final JdbcClient jdbc;
    private final AuditLog audit;

    Lifecycle(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Where a campaign stands, without what only its definition knows. */
    record Standing(
            String key,
            CampaignStatus.State state,
            int version,
            @Nullable Instant nextRunAt,
            @Nullable Instant launchedAt,
            @Nullable String launchedBy) {}

    /** All campaigns, or the one with this key; the one that changed last comes first. */
    List<Standing> standings(@Nullable String key) {
        return jdbc.sql(STATUS).param("key", key).query(Lifecycle::standing).list();
    }

    void refuseUnlessLaunchable(String key) {
        guard(jdbc.sql(MAY_LAUNCH).param("key", key).query(Integer.class).single(), key, "launched");
    }

    void launch(Campaign campaign, Instant first, Actor actor, Instant now) {
        var changed = jdbc.sql(LAUNCH)
                .param("key", campaign.key())
                .param("version", campaign.version())
                .param("first", Moment.of(first))
                .param("actor", actor.name())
                .param("now", Moment.of(now))
                .update();
        guard(changed, campaign.key(), "launched");
        audit.record(actor, "campaign.launch", campaign.key() + " version " + campaign.version());
    }

    /** The version in force, if the campaign was ever launched. */
    Optional<Integer> launchedVersion(String key) {
        return jdbc.sql(
                        "select launched_version from campaign.campaign where key = :key and launched_version is not null")
                .param("key", key)
                .query(Integer.class)
                .optional();
    }

    void pause(String key, Actor actor, Instant now) {
        guard(update(PAUSE, key, now), key, "paused");
        update(PAUSE_RUNS, key, now);
        audit.record(actor, "campaign.pause", key);
    }

    /** Ends a pause; a run that should have begun meanwhile is due at next instead. */
    void resume(String key, Instant next, Actor actor, Instant now) {
        var changed = jdbc.sql(RESUME)
                .param("key", key)
                .param("next", Moment.of(next))
                .param("now", Moment.of(now))
                .update();
        guard(changed, key, "resumed");
        update(RESUME_RUNS, key, now);
        audit.record(actor, "campaign.resume", key);
    }

    void cancel(String key, Actor actor, Instant now) {
        guard(update(CANCEL, key, now), key, "cancelled");
        update(CANCEL_RUNS, key, now);
        audit.record(actor, "campaign.cancel", key);
    }

    private int update(String statement, String key, Instant now) {
        return jdbc.sql(statement)
                .param("key", key)
                .param("now", Moment.of(now))
                .update();
    }

    private void guard(int changed, String key, String verb) {
        if (changed == 0) {
            var why = standings(key).stream()
                    .map(standing -> standing.state().explanation())
                    .findFirst()
                    .orElse("there is no such campaign.");
            throw new IllegalState("Campaign '" + key + "' cannot be " + verb + ": " + why);
        }
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        return new Standing(
                row.getString("key"),
                CampaignStatus.State.valueOf(row.getString("state")),
                row.getInt("version"),
                Moment.nullableIn(row, "next_run_at"),
                Moment.nullableIn(row, "launched_at"),
                row.getString("launched_by"));
    }
}
