package dev.uplift.web.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.impact.Report;
import dev.uplift.impact.SampleReports;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ScoreCardTests {

    private final Wording english = Samples.wording(Locale.ENGLISH);

    @Test
    void saysWhatIsNeededUnlessTheSentenceDoes() {
        assertThat(card(SampleReports.tooEarly(Samples.NOW)).needed()).contains("answers", "days");
        assertThat(card(SampleReports.notEnough(Samples.NOW)).needed()).isNull();
    }

    @Test
    void countsTheAnswersOfEveryGroup() {
        assertThat(card(SampleReports.notEnough(Samples.NOW)).rates())
                .extracting(ScoreCard.Rate::group)
                .containsExactly("In the campaign", "Hold-out");
        assertThat(card(SampleReports.alone(Samples.NOW)).rates()).hasSize(1);
    }

    @Test
    void namesEveryCheckInBothLanguages() {
        for (var wording : List.of(english, Samples.wording(Locale.GERMAN))) {
            assertThat(ScoreCard.of(SampleReports.proven(), wording).checks())
                    .hasSizeGreaterThan(6)
                    .allSatisfy(check -> assertThat(check.name()).contains(" "));
        }
    }

    private ScoreCard card(Report report) {
        return ScoreCard.of(report, english);
    }
}
