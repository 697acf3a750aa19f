package dev.uplift.impact.insights;

import dev.uplift.audience.Segments;
import dev.uplift.audience.TestSegments;
import dev.uplift.platform.Content;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.TestSecrets;
import dev.uplift.platform.database.Patience;
import dev.uplift.survey.Surveys;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers 1, 2, 3 …, the odd ones business customers, who are contacted and answer; the shipped surveys are known. */
public final class Panel {

    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final String CUSTOMERS = """
            insert into audience.customer (external_id, locale, time_zone, country, attributes, created_at, updated_at)
            select 'C-' || c, 'de', 'Europe/Berlin', 'DE',
                   jsonb_build_object('sort', case when c % 2 = 1 then 'business' else 'private' end), now(), now()
              from generate_series(1, :number) c""";

    private static final String SEND = """
            insert into delivery.send (run_id, step, customer_id, arm, kind, purpose, channel, template, address_fp, ghost,
                                       state, not_before, expires_at, exposed_at, of_step)
            select :run, coalesce(max(step), 0) + 1, :customer, 'treated', :kind, 'service', :channel, 't',
                   uuid_send(gen_random_uuid()), :ghost, 'DELIVERED', cast(:at as timestamptz), cast(:at as timestamptz),
                   cast(:at as timestamptz), 1
              from delivery.send
            returning id""";

    private static final String INVITE = """
            insert into survey.invitation (send_id, run_id, customer_id, survey_key, language, token_hash, created_at,
                                           expires_at)
            values (:send, :run, :customer, :survey, 'de', uuid_send(:send), cast(:at as timestamptz), 'infinity')
            returning id""";

    private static final String RESPOND = """
            insert into survey.response_event (invitation_id, run_id, customer_id, survey_key, metric, type, score, language, at)
            select id, run_id, customer_id, survey_key,
                   case when survey_key like 'csat-%' then 'csat' else 'nps' end, :type, :score, 'de', cast(:at as timestamptz)
              from survey.invitation where id = :invitation""";

    /** The database of all this. */
    public final JdbcClient jdbc = TestDatabase.empty();
    /** The segments of the customers. */
    public final Segments segments = TestSegments.in(jdbc);

    final RollUp rollUp;
    final Insights insights = new Insights(new Tallies(jdbc), TestSecrets.settingsOfTheDefaultCompany());

    private long run;

    /** So many customers in an empty database. */
    public Panel(int customers) {
        jdbc.sql(CUSTOMERS).param("number", customers).update();
        var settings = TestSecrets.settingsOfTheDefaultCompany();
        var surveys = new Surveys(jdbc, new Content(settings), TestSecrets.secrets(), settings);
        rollUp = new RollUp(
                jdbc,
                new AnswerLog(jdbc, surveys),
                new TallyCount(jdbc, segments),
                new TransactionTemplate(new JdbcTransactionManager(TestDatabase.source())),
                new Patience(new JdbcTemplate(TestDatabase.source())),
                settings);
    }

    /** Invites by the channel an hour before and answers; gives the invitation. Every invitation is a run of its own. */
    public long answer(long customer, String survey, String channel, int score, String at) {
        var invitation = invite(
                customer, survey, channel, Instant.parse(at).minusSeconds(3600).toString());
        respond(invitation, "CONFIRMED", score, at);
        return invitation;
    }

    /** Counts everything answered so far. */
    public void count() {
        rollUp.run(NOW);
    }

    long invite(long customer, String survey, String channel, String at) {
        run++;
        var send = send(customer, "survey", channel, false, at);
        return jdbc.sql(INVITE)
                .param("send", send)
                .param("run", run)
                .param("customer", customer)
                .param("survey", survey)
                .param("at", at)
                .query(Long.class)
                .single();
    }

    void respond(long invitation, String type, int score, String at) {
        jdbc.sql(RESPOND)
                .param("invitation", invitation)
                .param("type", type)
                .param("score", score)
                .param("at", at)
                .update();
    }

    /** A message of a run of its own; a ghost is one that a customer held out would have got. */
    void message(long customer, String channel, boolean ghost, String at) {
        run++;
        send(customer, "message", channel, ghost, at);
    }

    /** Everything counted, one line per row, in a fixed order. */
    List<String> counts() {
        return jdbc.sql("""
                select t::text from (
                    select segment, survey_key, kind, touchpoint, day, channel, score::text, '', 0, answers
                      from impact.tally join impact.series s on s.id = series_id
                    union all
                    select 'contacts', survey_key, t.kind, touchpoint, day, channel, score::text, contact_channel,
                           contacts, answers
                      from impact.contact_tally t join impact.series s on s.id = series_id) t
                 order by 1""").query(String.class).list();
    }

    private java.util.UUID send(long customer, String kind, String channel, boolean ghost, String at) {
        return jdbc.sql(SEND)
                .param("run", run)
                .param("customer", customer)
                .param("kind", kind)
                .param("channel", channel)
                .param("ghost", ghost)
                .param("at", at)
                .query(java.util.UUID.class)
                .single();
    }
}
