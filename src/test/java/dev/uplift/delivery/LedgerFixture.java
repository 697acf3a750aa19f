package dev.uplift.delivery;

import dev.uplift.campaign.Campaigns;
import dev.uplift.campaign.TestCampaigns;
import dev.uplift.channel.ChannelSettings;
import dev.uplift.channel.ChannelSettings.Mail;
import dev.uplift.consent.TestConsents;
import dev.uplift.identity.AuditLog;
import dev.uplift.message.Templates;
import dev.uplift.platform.Content;
import dev.uplift.platform.SendId;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.TestSecrets;
import dev.uplift.platform.UpliftClock;
import dev.uplift.platform.UpliftSettings;
import dev.uplift.survey.Surveys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** A ledger with one running campaign, filled row by row. */
final class LedgerFixture {

    /** A Tuesday, half past two in Berlin. */
    static final Instant NOW = Instant.parse("2026-06-09T12:30:00Z");

    private static final String SOURCE = """
            name: Bills explained
            purpose: service
            audience: { attribute: product, is: electricity }
            steps:
              - send: letter
            """;

    /** One worker for all tests, since each holds a connection for its life. */
    private static final Worker WORKER = new Worker(TestDatabase.source());

    private static final Set<SendId> NONE = Set.of();

    final JdbcClient jdbc = TestDatabase.empty();
    final Worker worker = WORKER;
    final TransactionOperations transaction =
            new TransactionTemplate(new DataSourceTransactionManager(TestDatabase.source()));
    final Few few = new Few(new JdbcTemplate(TestDatabase.source()), transaction);
    final DomainPaces paces = paces(Map.of());
    final Claims claims = new Claims(jdbc, few, paces);
    final Pacer pacer = new Pacer(jdbc, new UpliftClock());
    final Gatekeeper gate = new Gatekeeper(jdbc, few, pacer);
    final Settlement settlement = new Settlement(jdbc, few);
    final Campaigns campaigns = TestCampaigns.in(jdbc, Path.of("target"));
    final Requeue requeue = new Requeue(jdbc, campaigns);
    final Detours detours = new Detours(jdbc, campaigns, steps());
    final Receipts receipts = new Receipts(
            jdbc,
            transaction,
            new Aftermath(TestConsents.in(jdbc), campaigns, requeue, new Filtered(jdbc, campaigns), detours));
    final Reaper reaper = new Reaper(jdbc, few);
    final AuditLog audit =
            new AuditLog(jdbc, new DataSourceTransactionManager(TestDatabase.source()), new UpliftClock());
    final Holds holds = new Holds(jdbc, audit);
    final Path home = freshHome();
    final Closing closing = new Closing(jdbc, worker, reaper, epoch(home), campaigns, awaited());

    LedgerFixture() {
        jdbc.sql("""
                insert into campaign.campaign (key, state, version, hash, updated_at) values ('bills', 'LAUNCHED', 1, 'h', :now)""").param("now", Timestamp.from(NOW)).update();
        jdbc.sql("""
                insert into campaign.execution (campaign_key, version, number, state, salt, start_at)
                values ('bills', 1, 1, 'RUNNING', 'salt', :now)""").param("now", Timestamp.from(NOW)).update();
        jdbc.sql("""
                insert into campaign.version (campaign_key, version, hash, source, created_by, created_at)
                values ('bills', 1, 'h', :source, 'lena', :now)""").param("source", SOURCE).param("now", Timestamp.from(NOW)).update();
    }

    /** Waits for answers to the surveys that we ship. */
    Awaited awaited() {
        var settings = TestSecrets.settingsOfTheDefaultCompany();
        return new Awaited(jdbc, new Surveys(jdbc, new Content(settings), TestSecrets.secrets(), settings));
    }

    /** The epoch as a node with this home sees it. */
    Epoch epoch(Path home) {
        var settings = new Binder(new MapConfigurationPropertySource(Map.of("uplift.home", home)))
                .bindOrCreate("uplift", UpliftSettings.class);
        return new Epoch(jdbc, transaction, new EpochFile(settings), holds, new UpliftClock());
    }

    /** What is known of domains with these rates in the settings. */
    DomainPaces paces(Map<String, Double> rates) {
        return new DomainPaces(jdbc, new ChannelSettings(new Mail(List.of(), "us@nordwerk.example", rates), null));
    }

    /** Of the templates that we ship; only mail works. */
    static StepsJson steps() {
        var company = TestSecrets.settingsOfTheDefaultCompany().company();
        return new StepsJson(new Templates(Path.of("templates"), company), List.of(new Idle(Optional.empty())));
    }

    static Path freshHome() {
        try {
            return Files.createTempDirectory(Path.of("target"), "home");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A customer in Berlin with a mail address. */
    long customer(String name) {
        return customer(name, "kunden.example");
    }

    long customer(String name, String domain) {
        return jdbc.sql("""
                        insert into audience.customer (external_id, email, email_fp, locale, time_zone, country,
                                                       created_at, updated_at)
                        values (:name, :name || '@' || :domain, convert_to(:name, 'UTF8'), 'de', 'Europe/Berlin', 'DE',
                                :now, :now)
                        returning id""")
                .param("name", name)
                .param("domain", domain)
                .param("now", Timestamp.from(NOW))
                .query(Long.class)
                .single();
    }

    /** A planned send that is due now. */
    SendId planned(long customer, int step, String kind, String purpose) {
        return planned(customer, step, kind, purpose, "treated");
    }

    SendId planned(long customer, int step, String kind, String purpose, String arm) {
        var id = jdbc.sql("""
                        with planned as (
                            insert into delivery.send (run_id, step, customer_id, arm, kind, purpose, channel, template,
                                                       address_fp, ghost, state, not_before, expires_at, after, of_step)
                            select 1, :step, :customer, :arm, :kind, :purpose, 'email', 'some', email_fp,
                                   :arm = 'hold-out' and :kind = 'message', 'PLANNED', :now, :expires, interval '7 days', :step
                              from audience.customer where id = :customer
                            returning id)
                        insert into delivery.due (send_id, run_id, channel, urgent, domain, not_before, expires_at)
                        select id, 1, 'email', :purpose = 'service', delivery.domain_of(:customer, 'email'), :now, :expires
                          from planned
                        returning send_id""")
                .params(Map.of("customer", customer, "step", step, "kind", kind, "purpose", purpose, "arm", arm))
                .param("now", Timestamp.from(NOW))
                .param("expires", Timestamp.from(NOW.plusSeconds(86_400)))
                .query(UUID.class)
                .single();
        return new SendId(id);
    }

    /** A send that was tried this often and is in this state now. */
    SendId tried(String name, String purpose, String channel, String state, int attempt) {
        var send = planned(customer(name), 1, purpose.equals("survey") ? "survey" : "message", purpose);
        jdbc.sql("""
                        update delivery.send
                           set channel = :channel, state = :state, attempt = :attempt, exposed_at = :now, settled_at = :now
                         where id = :id""")
                .param("channel", channel)
                .param("state", state)
                .param("attempt", attempt)
                .param("now", Timestamp.from(NOW))
                .param("id", send.value())
                .update();
        return send;
    }

    /** As if it had gone when it was due. */
    void expose(SendId send) {
        jdbc.sql("""
                with exposed as (
                    update delivery.send set state = 'ACCEPTED', exposed_at = not_before where id = :id returning id)
                delete from delivery.due d using exposed e where d.send_id = e.id""").param("id", send.value()).update();
    }

    void allow(long customer, String purpose) {
        jdbc.sql("insert into consent.standing values (:customer, 'email', :purpose, true, :now)")
                .param("customer", customer)
                .param("purpose", purpose)
                .param("now", Timestamp.from(NOW))
                .update();
    }

    String state(SendId send) {
        return value(send, "state");
    }

    String value(SendId send, String column) {
        return jdbc.sql("select coalesce(" + column + "::text, 'none') from delivery.send where id = :id")
                .param("id", send.value())
                .query(String.class)
                .single();
    }

    /** Claims what is due now. */
    List<Send> claim(Instant now, int most) {
        return claim(worker.id(), now, most);
    }

    List<Send> claim(long by, Instant now, int most) {
        return claims.due(now).stream()
                .flatMap(stream -> claims.claim(stream, Place.START, by, now, most).stream())
                .toList();
    }

    /** Claims what is due now and asks the gate for it. */
    Set<SendId> admit(Instant now) {
        var claimed = claim(now, 10).stream().map(Send::id).toList();
        return claimed.isEmpty() ? NONE : gate.admit(claimed, worker.id(), true, List.of(), now);
    }

    /** As if the claims and marks of the worker were another's, who is dead. */
    void worn(long dead) {
        jdbc.sql("insert into delivery.worker (id, name, session) values (:dead, 'dead', 0)")
                .param("dead", dead)
                .update();
        jdbc.sql("update delivery.due set worker = :dead where worker is not null")
                .param("dead", dead)
                .update();
        jdbc.sql("update delivery.send set worker = :dead where worker is not null")
                .param("dead", dead)
                .update();
    }
}
