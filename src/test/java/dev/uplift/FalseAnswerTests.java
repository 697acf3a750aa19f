package dev.uplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.icegreen.greenmail.store.FolderException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Programs that open the links of really sent mails, and people who answer by the same links. */
class FalseAnswerTests extends Journey {

    private static final int CUSTOMERS = 3;
    private static final OutsideWorld world = new OutsideWorld();

    private static final String DEFINITION = """
            name: How are we doing
            purpose: survey
            goal: { metric: nps }
            audience: { attribute: product, is: electricity }
            hold-out: 0%
            channels: [email]
            steps:
              - survey: nps-service
            """;

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry settings) {
        world.open(settings);
        settings.add(
                "uplift.home",
                () -> "target/false-answers-" + ProcessHandle.current().pid());
    }

    @AfterAll
    static void closeTheWorld() {
        world.close();
    }

    @BeforeEach
    void ask() throws FolderException {
        world.forget();
        post("/api/customers", BillCustomers.customers(CUSTOMERS));
        define(DEFINITION);
        launch();
        stages.wakeDue(clock.instant());
        // a wake-up from before the clock stood still may have listened up to today's real date
        jdbc.sql("delete from followup.listened").update();
    }

    @Test
    void answersNothingWhateverAScannerOpensAtOnce() {
        var links = Scanner.links(world);
        var scanner = new Scanner();
        links.forEach(scanner::fetch);

        assertNothingHappened();
        assertThat(links).filteredOn(link -> link.contains("?score=")).hasSize(11 * CUSTOMERS);
        assertThat(links).filteredOn(link -> link.contains("/u/")).hasSize(CUSTOMERS);
        assertThat(counted().at("/scanned").asInt()).isEqualTo(CUSTOMERS);
        assertThat(counted().at("/opened").asInt()).isZero();
        for (var rule : List.of("HIDDEN_LINK", "MANY_SCORES", "TOO_SOON")) {
            assertThat(counted().at("/byRule/" + rule).asInt()).as(rule).isEqualTo(CUSTOMERS);
        }
        assertThat(new SurveyTaker().answer(survey(0), 2, "Zu teuer").text()).contains("Danke");
        assertThat(reviews()).containsExactly("2 true");
        assertThat(counted().at("/review").asInt()).isEqualTo(1);
    }

    @Test
    void findsOutAScannerThatTakesItsTimeByTheLinkThatNobodySees() {
        var scanner = new Scanner();
        for (var link : Scanner.links(world)) {
            pass(Duration.ofMinutes(1));
            scanner.fetch(link);
        }

        assertNothingHappened();
        assertThat(counted().at("/byRule/HIDDEN_LINK").asInt()).isEqualTo(CUSTOMERS);
        assertThat(counted().at("/byRule/MANY_SCORES").asInt()).isZero();
        assertThat(counted().at("/byRule/TOO_SOON").asInt()).isZero();
    }

    @Test
    void answersNothingInABrowserThatRunsScripts() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/chromium")), "Skipped: install chromium");
        pass(Duration.ofHours(1));

        var links = Scanner.links(world).stream()
                .filter(link -> !link.contains("/s/") || link.startsWith(survey(0)))
                .toList();
        Scanner.browse(links);

        assertNothingHappened();
        assertThat(links).hasSizeGreaterThan(13);
        assertThat(counted().at("/byRule/HIDDEN_LINK").asInt()).isEqualTo(1);
        assertThat(counted().at("/byRule/MANY_SCORES").asInt()).isEqualTo(1);
    }

    @Test
    void suspectsNobodyWhoOpensOnceOrTriesSeveralScoresAtLeisure() {
        pass(Duration.ofMinutes(5));
        new SurveyTaker().answer(survey(0), 9, "Gut");
        for (var score = 4; score <= 6; score++) {
            new SurveyTaker().open(survey(1) + "?score=" + score);
            pass(Duration.ofSeconds(30));
        }
        new SurveyTaker().answer(survey(1), 6, "Na ja");

        assertThat(counted().at("/scanned").asInt()).isZero();
        assertThat(counted().at("/opened").asInt()).isEqualTo(2);
        assertThat(reviews()).containsExactly("9 false", "6 false");
    }

    @Test
    void suspectsWhoeverOpensThreeScoresAtOnceAndKeepsFiftyOpenings() {
        pass(Duration.ofMinutes(5));
        var taker = new SurveyTaker();
        for (var score : new int[] {1, 2, 2, 3}) {
            assertThat(counted().at("/scanned").asInt()).isZero();
            taker.open(survey(0) + "?score=" + score);
        }
        for (var turn = 0; turn < 60; turn++) {
            taker.open(survey(0));
        }

        assertThat(counted().at("/byRule/MANY_SCORES").asInt()).isEqualTo(1);
        assertThat(counted().at("/byRule/TOO_SOON").asInt()).isZero();
        assertThat(count("survey.sighting")).isEqualTo(50);
    }

    @Test
    void unsubscribesByPostOnlyAndOpensCasesForAnswersOnly() {
        var unsubscribe = world.unsubscribeLinks().get(0);
        new Scanner().fetch(unsubscribe);
        new Scanner().fetch(survey(0) + "/stop");
        assertNothingHappened();

        pass(Duration.ofMinutes(1));
        new SurveyTaker().post(unsubscribe, "List-Unsubscribe=One-Click");
        new SurveyTaker().answer(survey(1), 1, "Schlecht");
        stages.wakeDue(clock.instant());

        assertThat(count("consent.withdrawal")).isEqualTo(1);
        assertThat(count("followup.case")).isEqualTo(1);
    }

    @Test
    void showsAndChangesAnAnswerOnlyInTheBrowserItCameFrom() {
        pass(Duration.ofMinutes(5));
        var own = new SurveyTaker();
        var another = new SurveyTaker();
        var prepared = another.open(survey(0) + "?score=3");
        own.answer(survey(0), 9, "Mein Geheimnis");

        for (var address : List.of("", "?score=3", "?change", "/thanks")) {
            var seen = another.open(survey(0) + address);
            assertThat(seen.text()).contains("bereits beantwortet").doesNotContain("Geheimnis");
            assertThat(seen.select("main form, .given")).isEmpty();
        }
        var refused = another.submit(prepared, Map.of("comment", "Nein!"));
        assertThat(refused.text()).contains("bereits beantwortet").doesNotContain("Geheimnis");
        assertThat(own.open(survey(0)).text()).contains("Mein Geheimnis");
        own.answer(survey(0) + "?change", 4, "Doch nicht");

        assertThat(jdbc.sql("select type || ' ' || score || ' ' || comment from survey.response_event order by id")
                        .query(String.class)
                        .list())
                .containsExactly("CONFIRMED 9 Mein Geheimnis", "AMENDED 4 Doch nicht");
    }

    @Test
    void saysThatItIsBusyAndKnowsNoOtherTokens() {
        var scanner = new Scanner();
        var unknown = survey(0).replaceAll("/s/.*", "/s/AAAAAAAAAAAAAAAAAAAAAA");
        var statuses = new java.util.TreeSet<Integer>();
        for (var turn = 0; turn < 130; turn++) {
            statuses.add(scanner.send(HttpRequest.newBuilder(URI.create(survey(0) + "/stop"))));
        }

        assertThat(statuses).containsExactly(200, 429);
        assertThat(new SurveyTaker().open(survey(0) + "/stop").text()).contains("etwas zu oft", "Nordwerk");
        for (var address : List.of(unknown, unknown + "?score=3", unknown + "/h", unknown + "/thanks")) {
            assertThat(scanner.send(HttpRequest.newBuilder(URI.create(address))))
                    .isEqualTo(404);
        }
        assertThat(scanner.send(HttpRequest.newBuilder(URI.create(survey(1))))).isEqualTo(200);
    }

    private void assertNothingHappened() {
        stages.wakeDue(clock.instant());
        assertThat(count("survey.response_event")).isZero();
        assertThat(count("followup.case")).isZero();
        assertThat(count("consent.withdrawal")).isZero();
        assertThat(count("consent.suppression")).isZero();
    }

    private String survey(int number) {
        return world.invitations().get(number);
    }

    private void pass(Duration time) {
        clock.simulate(clock.instant().plus(time));
    }

    private JsonNode counted() {
        return get("/api/false-answers");
    }

    /** Each answer and whether it is under review. */
    private List<String> reviews() {
        return jdbc.sql("select score || ' ' || review from survey.score order by invitation_id")
                .query(String.class)
                .list();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
