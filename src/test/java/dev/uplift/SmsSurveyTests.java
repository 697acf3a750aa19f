package dev.uplift;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.Metric;
import dev.uplift.platform.TestDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A survey answered by SMS: everybody is asked once for all tests, and each test has a customer of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmsSurveyTests extends Journey {

    private static final Duration HOUR = Duration.ofHours(1);

    private static final String WHY_LOW_DE =
            "Vielen Dank. Was hat Sie am meisten gestört? Antworten Sie einfach in Ihren eigenen Worten.";
    private static final String WHY_HIGH_EN = "Thank you. What do you like most? Simply reply in your own words.";
    private static final String NUMBER_DE = "Bitte antworten Sie mit einer Zahl von 0 bis 10. Keine SMS mehr: STOP";

    private static TwilioWorld twilio = new TwilioWorld();

    private final Map<String, Integer> used = new HashMap<>();
    private boolean asked;

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry settings) {
        twilio = new TwilioWorld();
        twilio.open(settings);
        settings.add(
                "uplift.home",
                () -> "target/sms-survey-" + ProcessHandle.current().pid());
    }

    @AfterAll
    static void closeTheWorld() {
        twilio.close();
    }

    @Override
    @BeforeEach
    void stopTheClock() {
        clock.simulate(TUESDAY_NOON);
        if (!asked) {
            ask();
            asked = true;
        }
        clock.simulate(TUESDAY_NOON.plus(HOUR));
    }

    private void ask() {
        TestDatabase.emptyExceptAccounts(jdbc);
        twilio.answers(jsonResponse("{\"sid\": \"SM2\", \"status\": \"queued\"}", 201));
        post("/api/customers", SmsSurvey.customers());
        for (var metric : Metric.values()) {
            define("asked-" + metric.key(), SmsSurvey.definition(metric.key()));
            post("/api/campaigns/asked-" + metric.key() + "/launch", "");
        }
        stages.wakeDue(clock.instant());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/survey/sms-dialogue.csv", delimiter = '|', useHeadersInDisplayName = true)
    void understandsWhatPeopleWrite(String language, String survey, String text, String outcome) {
        var number = next(language + " " + survey);

        var said = phones().write(number, text);

        assertThat(answers().heard(number)).isEqualTo(outcome.matches("\\d.*") ? List.of(outcome) : List.of());
        assertThat(SmsSurvey.saidIn(language, survey, outcome)).anyMatch(said::startsWith);
        assertThat(said.isEmpty()).isEqualTo(outcome.equals("stop"));
        assertThat(answers().mayWrite(number)).isNotEqualTo(outcome.equals("stop"));
    }

    @Test
    void asksForTheReasonAndThanksOnce() {
        var number = next("de nps");

        assertThat(phones().write(number, "3")).isEqualTo(WHY_LOW_DE);
        later(Duration.ofDays(6));
        assertThat(phones().write(number, "Die Rechnung <versteht> niemand & 2 Mal kam keine Antwort"))
                .isEqualTo(SmsSurvey.THANKS_DE);
        assertThat(phones().write(number, "Tschüss")).isEmpty();

        assertThat(answers().heard(number))
                .containsExactly("3 Die Rechnung <versteht> niemand & 2 Mal kam keine Antwort");
    }

    @Test
    void takesNoReasonAfterAWeek() {
        var number = next("de nps");
        phones().write(number, "3");

        later(Duration.ofDays(7).plus(HOUR));

        assertThat(phones().write(number, "Zu teuer")).startsWith("Gerade ist keine Frage an Sie offen.");
        assertThat(phones().write(number, "Hallo?")).isEmpty();
        assertThat(answers().heard(number)).containsExactly("3");
    }

    @Test
    void asksBackOnceAndUnderstandsTheNumberThen() {
        var number = next("de nps");

        assertThat(phones().write(number, "Wie bitte?")).isEqualTo(NUMBER_DE);
        assertThat(phones().write(number, "Verstehe ich nicht")).isEmpty();
        assertThat(phones().write(number, "Immer noch nicht")).isEmpty();
        assertThat(phones().write(number, "na gut, 4")).isEmpty();
        assertThat(phones().write(number, "4")).isEqualTo(WHY_LOW_DE);

        assertThat(answers().heard(number)).containsExactly("4");
    }

    @Test
    void stopsAtEveryStage() {
        var scored = next("de nps");
        var unclear = next("en nps");
        phones().write(scored, "3");
        phones().write(unclear, "What?");

        assertThat(phones().write(scored, "Stopp")).isEmpty();
        assertThat(phones().write(scored, "Zu teuer")).isEmpty();
        assertThat(phones().write(unclear, "stop texting me")).isEmpty();
        assertThat(phones().write(unclear, "9")).isEmpty();

        assertThat(answers().heard(scored)).containsExactly("3");
        assertThat(answers().heard(unclear)).isEmpty();
        assertThat(Stream.of(scored, unclear).map(answers()::mayWrite)).containsOnly(false);
    }

    @Test
    void changesTheScoreBeforeAndAfterTheReason() {
        var number = next("en nps");

        assertThat(phones().write(number, "2")).startsWith("Thank you. What bothered you most?");
        assertThat(phones().write(number, "9")).isEqualTo(WHY_HIGH_EN);
        assertThat(phones().write(number, "Good people")).isEqualTo(SmsSurvey.THANKS_EN);
        assertThat(phones().write(number, "10!")).isEqualTo("Thank you, your rating has been changed.");

        assertThat(answers().heard(number)).containsExactly("2 Good people");
        assertThat(answers().events(number)).containsExactly("CONFIRMED 2", "AMENDED 9", "AMENDED 9", "AMENDED 10");
    }

    @Test
    void storesAMessageOnceThatIsPostedTwiceAtTheSameTime() throws Exception {
        var barrier = new CyclicBarrier(4);
        var pool = Executors.newFixedThreadPool(4);
        var number = next("de nps");

        var said = pool.invokeAll(java.util.Collections.nCopies(4, () -> {
            barrier.await();
            return phones().post("SM-same", number, "3");
        }));
        pool.shutdown();

        for (var one : said) {
            assertThat(one.get()).isEqualTo(WHY_LOW_DE);
        }
        later(Duration.ofDays(1));
        assertThat(phones().post("SM-same", number, "3")).isEqualTo(WHY_LOW_DE);
        assertThat(answers().events(number)).containsExactly("CONFIRMED 3");
    }

    @Test
    void saysOnceADayThatItIsTooLateOrThatNothingWasAsked() {
        var late = next("en nps");
        later(Duration.ofDays(22));

        assertThat(phones().write(late, "9")).startsWith("This survey has ended.");
        assertThat(phones().write(late, "9")).isEmpty();
        assertThat(phones().write("+4915799999999", "9")).startsWith("Gerade ist keine Frage");
        assertThat(phones().write("+4915799999999", "9")).isEmpty();
        later(Duration.ofDays(23).plus(HOUR));
        assertThat(phones().write(late, "9")).startsWith("This survey has ended.");

        assertThat(answers().heard(late)).isEmpty();
    }

    @Test
    void countsForWhomItAskedLastOfThoseWhoShareANumber() {
        var number = next("de nps");
        var other = SmsSurvey.customer("de nps", 0)
                .replaceFirst("\"S\\d+\"", "\"other\"")
                .replaceFirst("\\+49170\\d+", number)
                .replace("\"asked\": \"nps\"", "\"asked\": \"later\"");
        post("/api/customers", "[" + other + "]");
        define("asked-later", SmsSurvey.definition("nps").replace("is: nps", "is: later"));
        post("/api/campaigns/asked-later/launch", "");
        stages.wakeDue(clock.instant());

        phones().write(number, "8");

        assertThat(jdbc.sql("select m.external_id from survey.response r join audience.member m using (customer_id)"
                                + " where m.phone = :number")
                        .param("number", number)
                        .query(String.class)
                        .list())
                .containsExactly("other");
    }

    @Test
    void opensACaseAndTakesNoAnswerForOneByALink() {
        var number = next("de nps");
        phones().write(number, "1");
        jdbc.sql("delete from followup.listened").update();

        stages.wakeDue(clock.instant());

        assertThat(jdbc.sql("select c.score from followup.case c join audience.member m using (customer_id)"
                                + " where m.phone = :number")
                        .param("number", number)
                        .query(Integer.class)
                        .list())
                .containsExactly(1);
        assertThat(jdbc.sql("select count(*) from survey.score where review")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String next(String group) {
        return SmsSurvey.number(group, used.merge(group, 1, Integer::sum) - 1);
    }

    private void later(Duration sinceNoon) {
        clock.simulate(TUESDAY_NOON.plus(sinceNoon));
    }

    private SmsAnswers answers() {
        return new SmsAnswers(jdbc);
    }

    private SmsSurvey phones() {
        return new SmsSurvey(port);
    }
}
