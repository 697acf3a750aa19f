package dev.uplift.survey;

import static dev.uplift.survey.OwnSurveys.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModeTests {

    private static final Answer UNHAPPY = new Answer(2, List.of("Preis"), "Zu teuer", true, "en");

    @TempDir
    Path content;

    @Test
    void keepsOfAnAnonymousAnswerOnlyRunArmAndDay() {
        var own = own("anonymous");

        assertThat(own.surveys.answer(own.invited(1), UNHAPPY, NOW)).isTrue();

        assertThat(own.texts("""
                        select concat_ws('|', run_id, arm, survey_key, metric, score, reasons[1], comment,
                                         day at time zone 'Europe/Berlin')
                          from survey.anonymous_answer
                         where id < 0""")).containsExactly("1|treated|own|nps|2|Preis|Zu teuer|2026-12-08 00:00:00");
        assertThat(own.texts("select type from survey.response_event")).isEmpty();
    }

    @Test
    void takesAnAnonymousAnswerOnceAndNeverShowsIt() {
        var own = own("anonymous");
        var token = own.invited(1);
        own.surveys.answer(token, UNHAPPY, NOW);

        var again = own.surveys.find(token, NOW).orElseThrow();
        assertThat(own.surveys.answer(token, UNHAPPY, NOW)).isFalse();
        assertThat(again.given()).isNull();
        assertThat(again.used()).isTrue();
        assertThat(again.open()).isFalse();
        assertThat(own.texts("select customer_id::text from survey.done")).containsExactly("1");
    }

    @Test
    void countsAnonymousAnswersWithoutACustomer() {
        var own = own("anonymous");
        own.surveys.answer(own.invited(1), UNHAPPY, NOW);

        assertThat(own.texts("select survey_key || score from survey.counted")).containsExactly("own2");
        assertThat(own.texts(
                        "select concat_ws('|', customer_id, send_id, call_back, comment, mode) from survey.response"))
                .containsExactly("f|Zu teuer|anonymous");
        assertThat(own.texts("select arm || score from survey.anonymous")).containsExactly("treated2");
    }

    @Test
    void leavesNoTraceOfTransactionsAndOrder() {
        var own = own("anonymous");
        IntStream.rangeClosed(1, 40)
                .forEach(customer -> own.surveys.answer(
                        own.invited(41 - customer),
                        new Answer(customer % 11, List.of(), "Kunde " + (41 - customer), false, "de"),
                        NOW.plusSeconds(customer)));
        assertThat(joined(own)).hasSize(40);

        own.surveys.mix(NOW.plusSeconds(60));
        assertThat(joined(own)).as("on the same day nothing is mixed").hasSize(40);
        own.surveys.mix(NOW.plus(Duration.ofDays(1)));

        assertThat(joined(own)).as("all share one transaction").hasSize(1_600);
        assertThat(own.texts("select id::text from survey.anonymous_answer order by ctid"))
                .isEqualTo(own.texts("select id::text from survey.anonymous_answer a order by a.id"));
        assertThat(own.texts("select invitation_id::text from survey.used order by ctid"))
                .isEqualTo(own.texts("select invitation_id::text from survey.used u order by u.invitation_id"));
        assertThat(own.texts("select xmax::text from survey.invitation")).containsOnly("0");
    }

    @Test
    void keepsThePromiseMadeWithTheInvitation() {
        var own = own("anonymous");
        var token = own.invited(1);
        own.write(OwnSurveys.PLAIN);
        own.surveys.reload(NOW);

        own.surveys.answer(token, UNHAPPY, NOW);

        assertThat(own.texts("select type from survey.response_event")).isEmpty();
        assertThat(own.surveys.find(own.invited(2), NOW).orElseThrow().mode()).isEqualTo(Mode.IDENTIFIED);
    }

    @Test
    void marksPseudonymousAnswersAndOffersNoCall() {
        var own = own("pseudonymous");

        own.surveys.answer(own.invited(1), UNHAPPY, NOW);

        assertThat(own.texts("select concat_ws('|', customer_id, score, call_back, mode) from survey.response"))
                .containsExactly("1|2|f|pseudonymous");
    }

    @Test
    void storesAnonymousAnswersToFurtherQuestions() {
        var own = new OwnSurveys(content, OwnSurveys.PLAIN + SurveySamples.FURTHER + "mode: anonymous\n");
        var answer = new Answer(9, List.of(), null, false, "de", Map.of("solved", List.of("part")));

        own.surveys.answer(own.invited(1), answer, NOW);

        assertThat(own.texts("select given::text from survey.response")).containsExactly("{\"solved\": [\"part\"]}");
    }

    private OwnSurveys own(String mode) {
        return new OwnSurveys(content, OwnSurveys.PLAIN + "mode: " + mode + "\n");
    }

    /** Answers and used invitations that the same transaction wrote. */
    private static List<String> joined(OwnSurveys own) {
        return own.texts("""
                select a.comment || ' ' || u.invitation_id
                  from survey.anonymous_answer a
                  join survey.used u on u.xmin = a.xmin""");
    }
}
