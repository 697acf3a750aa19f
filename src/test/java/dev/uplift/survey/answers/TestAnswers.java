package dev.uplift.survey.answers;

import dev.uplift.platform.Content;
import dev.uplift.platform.CustomerId;
import dev.uplift.platform.RunId;
import dev.uplift.platform.SendId;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.TestSecrets;
import dev.uplift.platform.UpliftSettings;
import dev.uplift.platform.database.Patience;
import dev.uplift.survey.Answer;
import dev.uplift.survey.Invite;
import dev.uplift.survey.Surveys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A company with two surveys, and customers who answer them. */
public final class TestAnswers {

    public static final Instant NOW = Instant.parse("2026-12-01T11:00:00Z");

    private static final String SURVEY = """
            metric: %s
            kind: transactional
            touchpoint: %s
            occasion: { de: Service, en: Service }
            reasons: { de: [Preis], en: [Price] }
            """;

    private static final String CUSTOMER = """
            insert into audience.customer (external_id, locale, time_zone, country, preferred_channels, attributes,
                                           created_at, updated_at)
            values ('K-' || :id, 'de', 'Europe/Berlin', 'DE', '{}', '{"firstName": "Anna", "lastName": "Albers"}', now(), now())
            returning id""";

    public final JdbcClient jdbc = TestDatabase.empty();
    public final UpliftSettings settings;
    public final Surveys surveys;
    public final Tags tags;
    public final Tagging tagging;
    public final Answers answers;
    private final Path folder;

    public TestAnswers(Path content) throws IOException {
        this.folder = content.resolve("campaigns");
        write("surveys/nps-bill.yaml", SURVEY.formatted("nps", "bill"));
        write("surveys/csat-call.yaml", SURVEY.formatted("csat", "call"));
        settings = new UpliftSettings(content, content, null, null, null, null, company());
        var files = new Content(settings);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(TestDatabase.source()));
        surveys = new Surveys(jdbc, files, TestSecrets.secrets(), settings);
        tags = new Tags(files, settings);
        tagging = new Tagging(jdbc, transaction, tags);
        answers = new Answers(jdbc, transaction, new Patience(new JdbcTemplate(TestDatabase.source())), surveys);
    }

    /** The rules as a marketer writes them; they are read at once. */
    public void rule(String key, String text) throws IOException {
        write("tags/" + key + ".yaml", text);
        tags.reload();
    }

    public long customer(int number) {
        return jdbc.sql(CUSTOMER).param("id", number).query(Long.class).single();
    }

    /** An answer in German at this instant; gives back the token with which it can be changed. */
    public String say(long customer, String survey, int score, @Nullable String comment, Instant at) {
        return say(customer, survey, score, comment, "de", at);
    }

    public String say(long customer, String survey, int score, @Nullable String comment, String language, Instant at) {
        var send = new SendId(UUID.randomUUID());
        var invite = new Invite(send, new RunId(1), new CustomerId(customer), survey, language);
        var token = surveys.invite(List.of(invite), at.minusSeconds(60)).get(send);
        again(Objects.requireNonNull(token), score, comment, language, at);
        return token;
    }

    public void again(String token, int score, @Nullable String comment, String language, Instant at) {
        surveys.answer(token, new Answer(score, List.of(), comment, false, language), at);
    }

    /** The comments that this address asks for, the newest first. */
    List<String> comments(String... asked) {
        return answers.find(filter(asked), null, 100, true).rows().stream()
                .map(AnswerRow::comment)
                .toList();
    }

    /** Names and values in turn. */
    static AnswerFilter filter(String... asked) {
        var values = new java.util.HashMap<String, String>();
        for (var place = 0; place < asked.length; place += 2) {
            values.put(asked[place], asked[place + 1]);
        }
        return AnswerQuestion.read(Map.copyOf(values), ZoneId.of("Europe/Berlin"));
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
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
}
