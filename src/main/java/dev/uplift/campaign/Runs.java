package dev.uplift.campaign;

import dev.uplift.platform.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The executions of campaigns. */
@Repository
class Runs {

    private static final String DUE = """
            select key, launched_version as version, next_run_at
              from campaign.campaign
             where state = 'LAUNCHED'
               and next_run_at <= :now
             order by next_run_at, key""";

    /** Moves the campaign on and opens the run at once, so that two nodes never open the same run. */
    private static final String OPEN = """
            with taken as (
                select key
                  from campaign.campaign
                 where key = :key
                   and state = 'LAUNCHED'
                   and launched_version = :version
                   and next_run_at = :dueAt
                   for update skip locked),
            moved as (
                update campaign.campaign c
                   set next_run_at = :next, updated_at = :now,
                       state = case when :held then 'PAUSED' else c.state end,
                       missed_at = case when :held then next_run_at end
                  from taken
                 where c.key = taken.key
                returning c.key)
            insert into campaign.execution
                   (campaign_key, version, number, state, salt, start_at, opens, closes, excepted, per_minute)
            select key, :version, number, case when :held then 'PAUSED' else 'DUE' end,
                   encode(sha256(convert_to(key || '/' || number, 'UTF8')), 'hex'), :dueAt,
                   :opens, :closes, :excepted::text[], :perMinute
              from moved
             cross join lateral (select coalesce(max(number), 0) + 1 as number
                                   from campaign.execution
                                  where campaign_key = key) as earlier""";

    private static final String WAITING = """
            select id, campaign_key, version, number, salt, start_at
              from campaign.execution
             where state = 'DUE'
               and start_at <= :now
             order by start_at, id""";

    private static final String OF_CAMPAIGN = """
            select id, campaign_key, version, number, salt, start_at
              from campaign.execution
             where campaign_key = :key
             order by number desc""";

    private static final String PLANNED = """
            update campaign.execution
               set planned = true, state = case when state = 'DUE' then 'RUNNING' else state end
             where id = :run
               and state in ('DUE', 'PAUSED')""";

    private static final String FINISH = """
            update campaign.execution
               set state = 'FINISHED', finished_at = :now
             where id = :run
               and state in ('RUNNING', 'PAUSED')""";

    private static final String FINISH_CAMPAIGN = """
            update campaign.campaign c
               set state = 'FINISHED', updated_at = :now
             where key = (select campaign_key from campaign.execution where id = :run)
               and state in ('LAUNCHED', 'PAUSED')
               and next_run_at is null
               and not exists (select from campaign.execution e
                                where e.campaign_key = c.key
                                  and e.state in ('DUE', 'RUNNING', 'PAUSED'))""";

    /** A run that is over goes on, and with it a finished campaign; a cancelled one stays as it is. */
    private static final String REOPEN = """
            with woken as (
                update campaign.campaign c
                   set state = case c.state when 'FINISHED' then 'LAUNCHED' else c.state end, updated_at = :now
                  from campaign.execution e
                 where e.id = :run and e.state = 'FINISHED'
                   and c.key = e.campaign_key and c.state in ('FINISHED', 'LAUNCHED', 'PAUSED')
                returning c.key, c.state)
            update campaign.execution e
               set state = case w.state when 'PAUSED' then 'PAUSED' else 'RUNNING' end, finished_at = null
              from woken w
             where e.id = :run and e.campaign_key = w.key""";

    /** A cancelled run goes on, and with it its campaign, but none of the campaign's later runs. */
    private static final String REVIVE = """
            with woken as (
                update campaign.campaign c
                   set state = 'LAUNCHED', updated_at = :now
                  from campaign.execution e
                 where e.id = :run and e.state = 'CANCELLED' and e.planned
                   and c.key = e.campaign_key and c.state = 'CANCELLED'
                returning c.key)
            update campaign.execution e
               set state = 'RUNNING', finished_at = null
              from woken w
             where e.id = :run and e.campaign_key = w.key""";

    private static final String MISSED = """
            select missed_at from campaign.campaign where key = :key and state = 'PAUSED' and missed_at is not null""";

    private static final String OPEN_RUNS = """
            select count(*) from campaign.execution where id = :run and state in ('DUE', 'RUNNING', 'PAUSED')""";

    private static final String NEXT_DUE = """
            select min(at)
              from (select next_run_at as at from campaign.campaign where state = 'LAUNCHED'
                    union all
                    select start_at from campaign.execution where state = 'DUE') as coming""";

    private final JdbcClient jdbc;

    Runs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A campaign whose time has come. */
    record Due(String key, int version, Instant at) {}

    List<Due> due(Instant now) {
        return jdbc.sql(DUE)
                .param("now", Moment.of(now))
                .query((row, number) ->
                        new Due(row.getString("key"), row.getInt("version"), Moment.in(row, "next_run_at")))
                .list();
    }

    /** Opens the run unless another node does; a held one waits for a person. */
    boolean open(Due due, Campaign campaign, @Nullable Instant next, boolean held, Instant now) {
        return jdbc.sql(OPEN)
                        .param("key", due.key())
                        .param("version", due.version())
                        .param("dueAt", Moment.of(due.at()))
                        .param("next", Moment.ofNullable(next), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("held", held)
                        .param("now", Moment.of(now))
                        .param("opens", campaign.schedule().opens(), java.sql.Types.TIME)
                        .param("closes", campaign.schedule().closes(), java.sql.Types.TIME)
                        .param("excepted", campaign.schedule().except().toArray(String[]::new))
                        .param("perMinute", campaign.perMinute(), java.sql.Types.INTEGER)
                        .update()
                == 1;
    }

    List<Run> waiting(Instant now) {
        return jdbc.sql(WAITING).param("now", Moment.of(now)).query(Runs::run).list();
    }

    List<Run> of(String key) {
        return jdbc.sql(OF_CAMPAIGN).param("key", key).query(Runs::run).list();
    }

    void planned(RunId run) {
        jdbc.sql(PLANNED).param("run", run.value()).update();
    }

    /** Ends the run, and its campaign if no other run will come. */
    void finished(RunId run, Instant now) {
        jdbc.sql(FINISH).param("run", run.value()).param("now", Moment.of(now)).update();
        jdbc.sql(FINISH_CAMPAIGN)
                .param("run", run.value())
                .param("now", Moment.of(now))
                .update();
    }

    /** Whether the run is open, or was over and is open again. */
    boolean reopened(RunId run, Instant now) {
        jdbc.sql(REOPEN).param("run", run.value()).param("now", Moment.of(now)).update();
        return jdbc.sql(OPEN_RUNS).param("run", run.value()).query(Long.class).single() > 0;
    }

    /** When the run was due for which a paused campaign waits for a person. */
    Optional<Instant> missed(String key) {
        return jdbc.sql(MISSED)
                .param("key", key)
                .query((row, number) -> Moment.in(row, "missed_at"))
                .optional();
    }

    void revive(RunId run, Instant now) {
        jdbc.sql(REVIVE).param("run", run.value()).param("now", Moment.of(now)).update();
    }

    Optional<Instant> nextDue() {
        return jdbc.sql(NEXT_DUE)
                .query((row, number) -> Optional.ofNullable(Moment.nullableIn(row, "min")))
                .single();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                new RunId(row.getLong("id")),
                row.getString("campaign_key"),
                row.getInt("version"),
                row.getInt("number"),
                row.getString("salt"),
                Moment.in(row, "start_at"));
    }
}
