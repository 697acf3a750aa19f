package dev.uplift.web.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.impact.Report;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreCardTests {

    private final Wording english = Samples.wording(Locale.ENGLISH);

    @Test
    void putsTheStruckClaimBesideTheTruth() {
        var card = ScoreCard.of(SampleReport.NOT_ENOUGH, Samples.GOAL, english);

        assertThat(card.claim()).isEqualTo("+14");
        assertThat(card.truth()).isEqualTo("+11 (−2 … +24)");
        assertThat(card.scores()).extracting(row -> row.text().kind()).containsExactly("before", "treated", "hold-out");
    }

    @Test
    void speaksTheReadersLanguage() {
        assertThat(ScoreCard.of(SampleReport.NOT_ENOUGH, null, Samples.wording(Locale.GERMAN))
                        .sentence())
                .startsWith("Noch nicht entscheidbar");
    }

    @Test
    void showsNumbersOfAnswersOnlyWhileThereAreTooFew() {
        var card = ScoreCard.of(report("TOO_EARLY"), Samples.GOAL, english);

        assertThat(card.scores()).extracting(row -> row.text().estimate()).containsOnly("–");
        assertThat(card.scores()).extracting(ScoreCard.Row::mark).containsOnlyNulls();
        assertThat(card.scores().get(0).text().note()).isEqualTo("612 answers");
        assertThat(card.needed()).contains("330 answers", "9 days");
    }

    @Test
    void strikesNothingThroughWithoutAHoldOut() {
        var nobody = new Report.Arm(0, 0, 0, 0, 0, 0, 0, null, null, null);
        var treated = Map.of("treated", SampleReport.NOT_ENOUGH.arms().get("treated"), "holdOut", nobody);
        var alone = new Report(
                "yearly",
                Samples.NOW,
                "nps",
                "E",
                new Report.Verdict("NO_CONTROL", Map.of("en", "Cause unknown.")),
                treated,
                null,
                SampleReport.NOT_ENOUGH.naive(),
                List.of(),
                null);

        var card = ScoreCard.of(alone, null, english);

        assertThat(card.truth()).isNull();
        assertThat(card.difference()).isNull();
        assertThat(card.goalX()).isNull();
        assertThat(card.scores()).extracting(row -> row.text().kind()).containsExactly("before", "treated");
        assertThat(card.rates()).hasSize(1);
    }

    private static Report report(String code) {
        var sample = SampleReport.NOT_ENOUGH;
        return new Report(
                sample.campaign(),
                sample.asOf(),
                sample.metric(),
                "A",
                new Report.Verdict(code, Map.of("en", "Too early to say.")),
                sample.arms(),
                null,
                sample.naive(),
                sample.checks(),
                sample.needed());
    }
}
