package dev.uplift.impact.insights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.audience.TestSegments;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.TestSecrets;
import dev.uplift.platform.database.Patience;
import dev.uplift.survey.Answer;
import dev.uplift.survey.OwnSurveys;
import dev.uplift.survey.SurveySamples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Searches every table of the database for a way from an anonymous answer to whoever gave it. */
class AnonymityTests {

    private static final long CUSTOMER = 7_340_033_001L;
    private static final long INVITATION = 8_450_044_001L;
    private static final String MARKER = "Zebrastreifen im Regen";

    private static final String TABLES = """
            select format('%I.%I', table_schema, table_name)
              from information_schema.tables
             where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')""";

    private static final String PERSON = """
            insert into audience.customer (id, external_id, email, phone, locale, time_zone, country, attributes, created_at, updated_at)
            overriding system value
            values (:id, 'K-ZEBRA-77', 'ada.zebra@example.org', '+4915117171717', 'de-DE', 'Europe/Berlin', 'DE',
                    '{"firstName": "Ada", "lastName": "Zebrowska"}', now(), now())""";

    private static final String SEND = """
            insert into delivery.send (id, run_id, step, customer_id, arm, kind, purpose, channel, template, address_fp, ghost,
                                       state, not_before, expires_at, exposed_at, of_step)
            values ('00000000-0000-0007-0000-0001b5800aa9', 1, 1, :id, 'treated', 'survey', 'survey', 'email', 'own', '\\x01', false,
                    'DELIVERED', now(), now(), now(), 1)""";

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path content;

    @Test
    void leadsFromNoAnswerToWhoGaveIt() {
        var own = answered("anonymous");

        assertThat(rows(own)).filteredOn(row -> row.contains(MARKER)).hasSize(1);
        assertThat(rows(own))
                .filteredOn(row -> row.contains(String.valueOf(CUSTOMER)))
                .as("customer, send and invitation")
                .hasSize(3);
        assertThat(rows(own))
                .filteredOn(row -> row.contains(String.valueOf(INVITATION)))
                .as("invitation, and that it was used")
                .hasSize(2);
        assertThat(joins(own)).isEmpty();
    }

    /** The search itself finds what there is to find. */
    @Test
    void findsTheWayFromAnAnswerWithAName() {
        var own = answered("identified");

        assertThat(joins(own)).contains(String.valueOf(CUSTOMER), String.valueOf(INVITATION));
    }

    private OwnSurveys answered(String mode) {
        var own = new OwnSurveys(content, OwnSurveys.PLAIN + SurveySamples.FURTHER + "mode: " + mode + "\n");
        own.jdbc
                .sql("alter sequence survey.invitation_id_seq restart with " + INVITATION)
                .update();
        own.jdbc.sql(PERSON).param("id", CUSTOMER).update();
        own.jdbc.sql(SEND).param("id", CUSTOMER).update();
        var given = Map.of("solved", List.of("part"), "expected", List.of(MARKER + "!"));
        own.surveys.answer(
                own.invited(CUSTOMER), new Answer(2, List.of("Preis"), MARKER, true, "de", given), OwnSurveys.NOW);
        own.surveys.mix(OwnSurveys.NOW.plus(Duration.ofDays(1)));
        count(own);
        return own;
    }

    private static void count(OwnSurveys own) {
        var settings = TestSecrets.settingsOfTheDefaultCompany();
        new RollUp(
                        own.jdbc,
                        new AnswerLog(own.jdbc, own.surveys),
                        new TallyCount(own.jdbc, TestSegments.in(own.jdbc)),
                        new TransactionTemplate(new JdbcTransactionManager(TestDatabase.source())),
                        new Patience(new JdbcTemplate(TestDatabase.source())),
                        settings)
                .run(OwnSurveys.NOW);
    }

    /** Values that rows of the answer share with rows of the person, beside those that everybody has. */
    private Set<String> joins(OwnSurveys own) {
        var all = rows(own);
        var answer = reachable(all, row -> row.contains(MARKER));
        var person = reachable(all, row -> row.contains(String.valueOf(CUSTOMER)) || row.contains("K-ZEBRA-77"));
        answer.retainAll(person);
        answer.removeIf(value -> everybodys(own, value));
        return answer;
    }

    /** All values of the rows wanted, and of the rows that share a value with one of these which is theirs alone. */
    private static Set<String> reachable(List<List<String>> rows, Predicate<String> wanted) {
        var start = rows.stream()
                .filter(row -> row.stream().anyMatch(wanted))
                .flatMap(List::stream)
                .filter(AnonymityTests::telling)
                .collect(Collectors.toSet());
        var values = new HashSet<>(start);
        rows.stream()
                .filter(row -> row.stream().anyMatch(value -> numeric(value) && start.contains(value)))
                .forEach(row -> row.stream().filter(AnonymityTests::telling).forEach(values::add));
        return values;
    }

    /** Small numbers, states and the like are shared by chance. */
    private static boolean telling(String value) {
        return value.length() >= 8;
    }

    private static boolean numeric(String value) {
        return telling(value) && value.matches("-?\\d+");
    }

    /** Keys and the text of the survey tell nothing about anybody. */
    private static boolean everybodys(OwnSurveys own, String value) {
        var survey = own.surveys.find("own").orElseThrow();
        return value.equals(survey.version())
                || Set.of("anonymous", "identified").contains(value);
    }

    /** Every row of every table: the values of its columns as text. */
    private static List<List<String>> rows(OwnSurveys own) {
        return own.texts(TABLES).stream()
                .flatMap(table -> own.texts("select to_jsonb(t)::text from " + table + " t").stream())
                .map(row -> JSON.readTree(row)
                        .valueStream()
                        .map(value -> value.isString() ? value.asString() : value.toString())
                        .toList())
                .toList();
    }
}
