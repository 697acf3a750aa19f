package dev.uplift.web.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.impact.OtherReports;
import dev.uplift.impact.Report;
import dev.uplift.impact.SampleReports;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HeadlineTests {

    private final Wording english = Samples.wording(Locale.ENGLISH);

    @Test
    void givesTheEffectTheGainAndTheStruckClaim() {
        var headline = headline(SampleReports.notEnough(Samples.NOW));

        assertThat(headline.figures()).extracting(Figure::value).containsExactly("+13", "+128", "+53");
        assertThat(headline.figures()).extracting(Figure::struck).containsExactly(false, false, true);
        assertThat(headline.figures().get(2).label()).contains("The hold-out changed by +41 by itself");
        assertThat(forest(headline).scores())
                .extracting(row -> row.text().kind())
                .containsExactly("treated", "hold-out");
        assertThat(forest(headline).difference()).isNotNull();
    }

    @Test
    void namesTheStageAndWhereTheDifferenceComesFrom() {
        var interim = headline(SampleReports.notEnough(Samples.NOW));
        var last = headline(SampleReports.proven());

        assertThat(interim.stage()).isEqualTo("Interim, final result on 27 Nov 2026");
        assertThat(forest(interim).legend())
                .contains("For the difference it is 99\u00a0%", "answers were weighted for who answers", "goal +15");
        assertThat(last.stage()).isEqualTo("Final result of 27 Nov 2026");
        assertThat(forest(last).legend()).contains("For the difference it is 96\u00a0%.");
    }

    @Test
    void speaksTheReadersLanguage() {
        var headline = Headline.of(SampleReports.notEnough(Samples.NOW), Samples.wording(Locale.GERMAN));

        assertThat(headline.sentence()).startsWith("Zwischenstand. Noch nicht entscheidbar");
        assertThat(headline.stage()).isEqualTo("Zwischenstand, Endergebnis am 27.11.2026");
    }

    @Test
    void countsAnswersOnlyWhileThereAreTooFew() {
        var headline = headline(SampleReports.tooEarly(Samples.NOW));

        assertThat(headline.forest()).isNull();
        assertThat(headline.figures()).extracting(Figure::label).first().isEqualTo("answers in the campaign");
        assertThat(headline.figures()).noneMatch(figure -> figure.value().startsWith("+"));
    }

    @Test
    void showsNoScoreOfAVerySmallArm() {
        var headline = headline(OtherReports.hidden());

        assertThat(headline.forest()).isNull();
        assertThat(headline.figures()).extracting(Figure::value).containsExactly("4", "1");
    }

    @Test
    void showsBoundsInsteadOfAPointWhenAnswersAreUneven() {
        var headline = headline(OtherReports.biased());
        var difference = Objects.requireNonNull(forest(headline).difference());

        assertThat(difference.text().estimate()).isEqualTo("–");
        assertThat(Objects.requireNonNull(difference.mark()).x()).isNull();
        assertThat(headline.figures())
                .extracting(Figure::value)
                .containsExactly("−6 … +51", "34.0\u00a0% : 26.0\u00a0%");
    }

    @Test
    void showsNoDifferenceOfADamagedLot() {
        var headline = headline(OtherReports.broken());

        assertThat(forest(headline).difference()).isNull();
        assertThat(headline.figures()).extracting(Figure::value).containsExactly("8,900 : 1,100", "1,000 : 200");
    }

    @Test
    void strikesNothingThroughWithoutAHoldOut() {
        var headline = headline(SampleReports.alone(Samples.NOW));

        assertThat(forest(headline).scores())
                .extracting(row -> row.text().kind())
                .containsExactly("before", "treated");
        assertThat(forest(headline).difference()).isNull();
        assertThat(headline.figures()).isNotEmpty().noneMatch(Figure::struck);
        assertThat(headline.figures().get(0).label()).contains("cause is unknown");
    }

    @Test
    void saysThatEarlierAnswersRemovedChance() {
        assertThat(forest(headline(OtherReports.adjusted())).legend())
                .contains("earlier answers were used to take out chance");
    }

    @Test
    void hasWordsForEveryLevelAndDesign() {
        for (var wording : List.of(english, Samples.wording(Locale.GERMAN))) {
            for (var level : List.of("A", "B", "C", "D", "E")) {
                assertThat(wording.text("staff.level." + level)).isNotBlank();
                assertThat(wording.text("staff.rung." + level)).isNotBlank();
            }
        }
    }

    private Headline headline(Report report) {
        return Headline.of(report, english);
    }

    private static Forest forest(Headline headline) {
        return Objects.requireNonNull(headline.forest());
    }
}
