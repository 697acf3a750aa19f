package dev.uplift.followup;

import dev.uplift.audience.Segments;
import dev.uplift.audience.TestSegments;
import dev.uplift.campaign.TestCampaigns;
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
    final Surveys surveys;
    final Segments segments;
    final Desks desks;
    final Cases cases;
    final Opening opening;

    TestDesk(Path content, String desk) throws IOException {
        write(content.resolve("campaigns/desks/service.yaml"), desk);
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
        desks = new Desks(jdbc, files, settings, segments);
        cases = new Cases(new CaseBook(jdbc), desks, transaction);
        opening = new Opening(
                jdbc,
                transaction,
                new CaringDesk(desks, surveys, TestCampaigns.in(jdbc, content.resolve("none"))),
                segments);
    }

    /** A customer with these attributes. */
    long customer(String attributes) {
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
        var send = new SendId(UUID.randomUUID());
        var invite = new Invite(send, new RunId(1), new CustomerId(customer), "nps-service", "de");
        var token = surveys.invite(List.of(invite), at.minusSeconds(60)).get(send);
        surveys.answer(String.valueOf(token), new Answer(score, List.of(), comment, false, "de"), at);
    }

    /** The only case there is. */
    Case only() {
        return find(jdbc.sql("select id from followup.case").query(Long.class).single());
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
