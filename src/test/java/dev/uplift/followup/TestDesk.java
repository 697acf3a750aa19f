package dev.uplift.followup;

import dev.uplift.audience.Segments;
import dev.uplift.audience.TestSegments;
import dev.uplift.campaign.TestCampaigns;
import dev.uplift.delivery.TestDirectMessages;
import dev.uplift.platform.Content;
import dev.uplift.platform.CustomerId;
import dev.uplift.platform.RunId;
import dev.uplift.platform.SendId;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.TestSecrets;
import dev.uplift.platform.UpliftSettings;
import dev.uplift.survey.Answer;
import dev.uplift.survey.Invite;
import dev.uplift.survey.Surveys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A company with one survey and the desk that a test describes. */
final class TestDesk {

    /** A Tuesday, nine o'clock in Berlin. */
    static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

    static final String PLAIN = """
            name: { de: Service, en: Service }
            within: 8h
            hours: { monday-friday: "08:00-18:00" }
            holidays: DE
            root-causes: { price: { de: Preis, en: Price } }
            """;

    final JdbcClient jdbc = TestDatabase.empty();
    private final Path content;
    final Surveys surveys;
    final Segments segments;
    final Desks desks;
    final Cases cases;
    final Opening opening;
    final Letters letters;
    final Posted posted;
    final Replies replies;
    final SecondSurveys second;

    TestDesk(Path content, String desk) throws IOException {
        this.content = content;
        write(content.resolve("campaigns/desks/service.yaml"), desk);
        write(content.resolve("templates/reply/sms.de.ftl"), "${company.name}: Hallo ${customer.firstName}");
        write(content.resolve("campaigns/surveys/nps-service.yaml"), """
                metric: nps
                kind: transactional
                touchpoint: service
                occasion: { de: Service, en: Service }
                reasons: { de: [Preis], en: [Price] }
                """);
        var settings = new UpliftSettings(content, content, null, null, null, null, company());
        var files = new Content(settings);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(TestDatabase.source()));
        surveys = new Surveys(jdbc, files, TestSecrets.secrets(), settings);
        segments = TestSegments.in(jdbc);
        var direct = TestDirectMessages.in(jdbc, transaction, settings, surveys);
        var book = new CaseBook(jdbc);
        desks = new Desks(jdbc, files, settings, segments, surveys, direct.texts());
        var steps = new CaseSteps(book, desks, transaction);
        cases = new Cases(book, desks, steps);
        opening = new Opening(
                jdbc,
                transaction,
                new CaringDesk(desks, surveys, TestCampaigns.in(jdbc, content.resolve("none"))),
                segments);
        letters = new Letters(book, new LetterBook(jdbc), steps, direct.messages(), direct.texts());
        posted = new Posted(book, new LetterBook(jdbc), steps);
        replies = new Replies(jdbc, book, steps);
        second = new SecondSurveys(new SecondBook(jdbc), book, steps, desks, direct.messages());
    }

    /** A customer with these attributes. */
    long customerWith(String attributes) {
        return jdbc.sql("""
                        insert into audience.customer (external_id, locale, time_zone, country, attributes, created_at, updated_at)
                        values (:name, 'de', 'Europe/Berlin', 'DE', :attributes::jsonb, now(), now())
                        returning id""")
                .param("name", UUID.randomUUID().toString())
                .param("attributes", attributes)
                .query(Long.class)
                .single();
    }

    /** The campaign that asked everybody. */
    void campaign(String followUp) {
        var source = "name: A\npurpose: service\naudience: { attribute: product, is: gas }\n"
                + "steps: [{ survey: nps-service }]\n" + followUp;
        jdbc.sql(
                        "insert into campaign.campaign (key, state, version, hash, updated_at) values ('a', 'LAUNCHED', 1, 'h', now())")
                .update();
        jdbc.sql("insert into campaign.version values ('a', 1, 'h', :source, 'lena', now())")
                .param("source", source)
                .update();
        jdbc.sql(
                        "insert into campaign.execution (campaign_key, version, number, state, salt, start_at) values ('a', 1, 1, 'RUNNING', 's', now())")
                .update();
    }

    /** A customer answers, and whoever listens hears it. */
    void answers(long customer, int score, @Nullable String comment, Instant at) {
        say(customer, score, comment, at);
        opening.open(at);
    }

    void say(long customer, int score, @Nullable String comment, Instant at) {
        say(new SendId(UUID.randomUUID()), customer, score, comment, at);
    }

    private void say(SendId send, long customer, int score, @Nullable String comment, Instant at) {
        var invite = new Invite(send, new RunId(1), new CustomerId(customer), "nps-service", "de");
        var token = surveys.invite(List.of(invite), at.minusSeconds(60)).get(send);
        surveys.answer(String.valueOf(token), new Answer(score, List.of(), comment, false, "de"), at);
    }

    /** A customer with a phone and a mailbox, whose number it gives back. */
    long customer(String name) {
        return jdbc.sql("""
                        insert into audience.customer (external_id, email, email_fp, phone, phone_fp, locale, time_zone, country,
                                                       attributes, created_at, updated_at)
                        values (:name, :name || '@kunden.example', convert_to(:name, 'UTF8'), '+49151' || :name,
                                convert_to(:name, 'UTF8'), 'de', 'Europe/Berlin', 'DE',
                                jsonb_build_object('firstName', :name::text), now(), now())
                        returning id""").param("name", name).query(Long.class).single();
    }

    /** As if the ledger had come to this for the newest message. */
    void becomes(String state, @Nullable String reason, Instant at) {
        jdbc.sql("""
                        update delivery.send
                           set state = :state, reason = :reason, settled_at = :at,
                               exposed_at = case when :state in ('ACCEPTED', 'UNKNOWN') then :at::timestamptz end
                         where id = (select id from delivery.send where run_id = 0 order by id desc limit 1)""")
                .param("state", state)
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The customer answers the second question. */
    void saysAgain(int score, Instant at) {
        var send = new SendId(jdbc.sql("select send_id from followup.second_survey")
                .query(UUID.class)
                .single());
        say(send, only("select customer_id from delivery.send"), score, null, at);
    }

    /** The file of the desk says something else now. */
    void rewrite(String desk) throws IOException {
        write(content.resolve("campaigns/desks/service.yaml"), desk);
        desks.reload();
    }

    /** The only case there is. */
    Case only() {
        return find(only("select id from followup.case"));
    }

    private long only(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    Case find(long id) {
        return cases.find(id, "anna").orElseThrow();
    }

    long count(String where) {
        return jdbc.sql("select count(*) from followup.case where " + where)
                .query(Long.class)
                .single();
    }

    private static UpliftSettings.Company company() {
        return new UpliftSettings.Company(
                "Nordwerk",
                "nordwerk.example",
                "Hafen 12, Bremen",
                "service@nordwerk.example",
                List.of("de", "en"),
                "Europe/Berlin",
                "DE");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
