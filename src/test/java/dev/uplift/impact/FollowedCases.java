package dev.uplift.impact;

import dev.uplift.platform.Content;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.TestSecrets;
import dev.uplift.platform.UpliftSettings;
import dev.uplift.survey.Surveys;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Cases of a desk in the database, and what their customers answered a week later. */
public final class FollowedCases {

    public static final Instant OPENED = Instant.parse("2026-10-01T08:00:00Z");
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final String LIST = """
            insert into followup.waiting_list (desk, held, wait_seconds, worth, since)
            values (:desk, 5000, 30 * 86400, 10, '2026-09-01T00:00Z') returning id""";

    private static final String INVITE = """
            insert into survey.invitation (send_id, run_id, customer_id, survey_key, language, token_hash, created_at,
                                           expires_at)
            select gen_random_uuid(), 1, c, :survey, 'de', sha256(convert_to(:at || ':' || :survey || ':' || c, 'UTF8')),
                   cast(:at as timestamptz) - interval '1 hour', '2027-01-01T00:00Z'
              from generate_series(:first::int, :last::int) c""";

    private static final String ANSWER = """
            insert into survey.response_event (invitation_id, run_id, customer_id, survey_key, metric, type, score, language,
                                               at)
            select id, run_id, customer_id, survey_key, split_part(survey_key, '-', 1), 'CONFIRMED',
                   case when customer_id < :first + :low then 2 when customer_id < :first + :low + :middle then 8 else :best end,
                   'de', cast(:at as timestamptz)
              from survey.invitation
             where survey_key = :survey and created_at = cast(:at as timestamptz) - interval '1 hour'
               and customer_id between :first and :first + :low + :middle + :high - 1""";

    private static final String OPEN = """
            insert into followup.case (invitation_id, customer_id, desk, score, arm, lot, state, answered_at, opened_at, due_at,
                                       left_seconds, waiting_list_id)
            select invitation_id, customer_id, :desk, score, :arm, 0, case :arm when 'held' then 'HELD' else 'NEW' end,
                   at, at, case when :arm <> 'held' then at end, case when :arm = 'held' then 100 end, :list::bigint
              from survey.response
             where at = cast(:at as timestamptz) and customer_id between :first and :last""";

    final JdbcClient jdbc;
    private final String desk;
    private @Nullable Long list;

    FollowedCases() {
        this(TestDatabase.empty(), "service");
    }

    public FollowedCases(JdbcClient jdbc, String desk) {
        this.jdbc = jdbc;
        this.desk = desk;
    }

    FollowUps followUps() {
        var content = Path.of("");
        var company = new UpliftSettings.Company(
                "Nordwerk",
                "nordwerk.example",
                "Hafen 12, Bremen",
                "service@nordwerk.example",
                List.of("de", "en"),
                "Europe/Berlin",
                "DE");
        var settings = new UpliftSettings(content, content, null, null, null, null, company);
        var surveys = new Surveys(jdbc, new Content(settings), TestSecrets.secrets(), settings);
        return followUps(jdbc, surveys);
    }

    /** Reports on the cases of a database. */
    public static FollowUps followUps(JdbcClient jdbc, Surveys surveys) {
        var transactions = new DataSourceTransactionManager(TestDatabase.source());
        return new FollowUps(
                jdbc, new FollowUpReader(jdbc, surveys, new MeasurementSettings(List.of("churned")), transactions));
    }

    /** From now on a lot lets half of the customers wait for 30 days. */
    public FollowedCases drawn() {
        list = jdbc.sql(LIST).param("desk", desk).query(Long.class).single();
        return this;
    }

    /** Customers from one number to another give a 2, and each has a case. */
    public void opened(String arm, int first, int last) {
        opened(arm, first, last, OPENED);
    }

    public void opened(String arm, int first, int last, Instant at) {
        answered("nps-service", first, last - first + 1, 0, 0, at);
        jdbc.sql(OPEN)
                .param("arm", arm)
                .param("at", at.toString())
                .param("first", first)
                .param("last", last)
                .param("list", list)
                .param("desk", desk)
                .update();
    }

    /** From this number on so many answer low, so many in the middle and so many high. */
    public void answered(String survey, int first, int low, int middle, int high, Instant at) {
        asked(survey, first, first + low + middle + high - 1, at);
        jdbc.sql(ANSWER)
                .param("survey", survey)
                .param("first", first)
                .param("low", low)
                .param("middle", middle)
                .param("high", high)
                .param("best", survey.startsWith("nps") ? 10 : 5)
                .param("at", at.toString())
                .update();
    }

    public void asked(String survey, int first, int last, Instant at) {
        jdbc.sql(INVITE)
                .param("survey", survey)
                .param("first", first)
                .param("last", last)
                .param("at", at.toString())
                .update();
    }

    /** Somebody calls the customers of these cases. */
    public void contacted(int first, int last, Instant at) {
        jdbc.sql("""
                        insert into followup.event (case_id, at, actor, what, channel, reached)
                        select id, cast(:at as timestamptz), 'anna', 'CONTACT', 'call', true
                          from followup.case where customer_id between :first and :last""")
                .param("at", at.toString())
                .param("first", first)
                .param("last", last)
                .update();
    }

    FollowUpReport report(Instant now) {
        return followUps().reports(desk, now).get(0);
    }

    static Report.Arm arm(FollowUpReport report, String name) {
        return Objects.requireNonNull(report.report().arms().get(name));
    }
}
