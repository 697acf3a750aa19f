package dev.uplift.web.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.Metric;
import dev.uplift.survey.Answer;
import dev.uplift.survey.Survey;
import dev.uplift.survey.SurveySamples;
import dev.uplift.web.customer.SurveyView.Form;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each step of a survey asks and says. */
class SurveyStepTests {

    private static final String TOKEN = "abcdefghijklmnopqrstuv";
    private static final Form FORM = new Form("nonce", new Step(true, List.of(), List.of()), "", Map.of());
    private static final Survey SURVEY = SurveySamples.survey(Metric.NPS, "");
    private static final Survey FURTHER = SurveySamples.survey(Metric.NPS, SurveySamples.FURTHER);

    private final SurveyView view = new SurveyView(new Page(FormNonceTests.settings(Path.of("target")), new Texts()));

    @ParameterizedTest
    @CsvSource({
        "de, 0, 'bis 15. Dezember 2026, 10:00 Uhr ändern, Ihre Bewertung bis 7. Januar 2027, 10:00 Uhr'",
        "de, 7, Bewertung bis 7. Januar 2027",
        "en, 0, 'until 15 December 2026, 10:00, and your rating until 7 January 2027, 10:00'",
        "en, 7, your rating until 7 January 2027"
    })
    void saysWhatCanBeChangedUntilWhen(String language, int days, String until) throws Exception {
        var given = new Answer(9, List.of("Preis"), "Gut <so>", true, "de");
        var invitation = RenderedPages.invitation(language, SURVEY, given, Duration.ofDays(days));

        var thanks = RenderedPages.render(view.thanks(TOKEN, invitation, language));
        var answered = RenderedPages.render(view.answered(TOKEN, invitation, language));

        assertThat(thanks.select("main a").attr("href")).isEqualTo("/s/" + TOKEN + "?lang=" + language + "&change");
        assertThat(answered.text()).contains("9", "Gut <so>", until);
        assertThat(thanks.text()).contains(until);
    }

    @Test
    void offersOnlyTheRatingWhenTheTimeForWordsIsOver() throws Exception {
        var given = new Answer(9, List.of("Preis"), "Gut", false, "de");
        var late = RenderedPages.invitation("de", SURVEY, given, Duration.ofDays(8));

        var shown = RenderedPages.render(
                view.reason(TOKEN, late, "de", Entry.of(given).with(3), FORM));

        assertThat(shown.select("textarea, [name=reason]")).isEmpty();
        assertThat(shown.select("[name=score]").val()).isEqualTo("3");
        assertThat(shown.text()).contains("bis 7. Januar 2027", "bleiben, wie sie sind");
    }

    @Test
    void asksFurtherQuestionsBesideTheReasonAndTiesFlawsToThem() throws Exception {
        var entry = new Entry(2, List.of(), "", false, Map.of("missing", List.of("refund")));
        var step = new Step(true, List.of(), List.of("solved", "expected"));
        var form = new Form("n", step, "", Map.of("solved", "problem.open"));

        var shown = RenderedPages.render(
                view.reason(TOKEN, RenderedPages.invitation("en", FURTHER, null, Duration.ZERO), "en", entry, form),
                "questions");

        assertThat(shown.select("[name=q.solved]").eachAttr("value")).containsExactly("yes-all", "part", "no");
        assertThat(shown.select("textarea[name=q.expected]")).hasSize(1);
        assertThat(shown.select("[name=asking]").eachAttr("value")).containsExactly("solved", "expected");
        assertThat(shown.select("[role=alert] a").attr("href")).isEqualTo("#q-solved");
        assertThat(shown.select("#q-solved").attr("value")).isEqualTo("yes-all");
        assertThat(shown.select("fieldset[aria-describedby=f-solved]")).hasSize(1);
        assertThat(shown.select("#f-solved").text()).isEqualTo("Please answer this question.");
    }

    @Test
    void carriesWhatWasEnteredThroughTheFurtherSteps() throws Exception {
        var entry = new Entry(
                9,
                List.of("Preis"),
                "Zu <teuer>\nja",
                true,
                Map.of("solved", List.of("part"), "missing", List.of("answer")));
        var form = new Form("n", new Step(false, List.of("solved"), List.of("missing")), "", Map.of());

        var shown = RenderedPages.render(
                view.reason(TOKEN, RenderedPages.invitation("de", FURTHER, null, Duration.ZERO), "de", entry, form));

        assertThat(shown.select("[type=hidden][name=q.solved]").val()).isEqualTo("part");
        assertThat(shown.select("[type=hidden][name=reason]").val()).isEqualTo("Preis");
        assertThat(shown.select("[type=hidden][name=comment]").val()).isEqualTo("Zu <teuer>\nja");
        assertThat(shown.select("[type=hidden][name=callBack]")).hasSize(1);
        assertThat(shown.select("[type=checkbox][name=q.missing][checked]").val())
                .isEqualTo("answer");
        assertThat(shown.select("[type=checkbox]")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"identified, Ihrem Namen, 1", "pseudonymous, ohne Ihren Namen, 0", "anonymous, ist anonym, 0"})
    void saysWhatWillBeKnownOfWhoAnswers(String mode, String words, int callBacks) throws Exception {
        var invitation =
                RenderedPages.invitation("de", SurveySamples.survey(Metric.NPS, "mode: " + mode), null, Duration.ZERO);

        var question = RenderedPages.render(view.question(TOKEN, invitation, "de", Entry.NOTHING, false), mode);
        var reason = RenderedPages.render(view.reason(TOKEN, invitation, "de", Entry.NOTHING.with(3), FORM), mode);

        assertThat(question.text()).contains(words);
        assertThat(reason.text()).contains(words);
        assertThat(reason.select("[name=callBack]")).hasSize(callBacks);
    }

    @Test
    void asksWhyInTheWordsOfTheDefinition() throws Exception {
        var own = SurveySamples.survey(Metric.NPS, "why: { low: { de: 'Was lief schief?', en: 'What went wrong?' } }");
        var invitation = RenderedPages.invitation("de", own, null, Duration.ZERO);

        assertThat(RenderedPages.render(view.reason(TOKEN, invitation, "de", Entry.NOTHING.with(3), FORM), "own")
                        .select("h1")
                        .text())
                .isEqualTo("Was lief schief?");
        assertThat(RenderedPages.render(view.reason(TOKEN, invitation, "de", Entry.NOTHING.with(10), FORM), "own")
                        .select("h1")
                        .text())
                .isEqualTo("Was gefällt Ihnen am besten?");
    }
}
