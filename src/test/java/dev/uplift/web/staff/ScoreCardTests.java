package dev.uplift.web.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.impact.SampleReports;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ScoreCardTests {

    private final Wording english = Samples.wording(Locale.ENGLISH);

    @Test
    void putsTheStruckClaimBesideTheTruth() {
        var card = ScoreCard.of(SampleReports.notEnough(Samples.NOW), Samples.GOAL, english);

        assertThat(card.claim()).isEqualTo("+53");
        assertThat(card.truth()).startsWith("+13 (").endsWith(" … +26)");
        assertThat(card.scores()).extracting(row -> row.text().kind()).containsExactly("before", "treated", "hold-out");
    }

    @Test
    void speaksTheReadersLanguage() {
        assertThat(ScoreCard.of(SampleReports.notEnough(Samples.NOW), null, Samples.wording(Locale.GERMAN))
                        .sentence())
                .startsWith("Zwischenstand. Noch nicht entscheidbar");
    }

    @Test
    void showsNumbersOfAnswersOnlyWhileThereAreTooFew() {
        var card = ScoreCard.of(SampleReports.tooEarly(Samples.NOW), Samples.GOAL, english);

        assertThat(card.scores()).extracting(row -> row.text().estimate()).containsOnly("–");
        assertThat(card.scores()).extracting(ScoreCard.Row::mark).containsOnlyNulls();
        assertThat(card.scores().get(0).text().note()).isEqualTo("522 answers");
        assertThat(card.needed()).contains("answers", "days");
    }

    @Test
    void strikesNothingThroughWithoutAHoldOut() {
        var alone = SampleReports.alone(Samples.NOW);

        var card = ScoreCard.of(alone, null, english);

        assertThat(card.truth()).isNull();
        assertThat(card.difference()).isNull();
        assertThat(card.goalX()).isNull();
        assertThat(card.scores()).extracting(row -> row.text().kind()).containsExactly("before", "treated");
        assertThat(card.rates()).hasSize(1);
    }
}
