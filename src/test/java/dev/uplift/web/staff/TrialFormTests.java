package dev.uplift.web.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uplift.impact.Assumption;
import dev.uplift.platform.InvalidInput;
import org.junit.jupiter.api.Test;

class TrialFormTests {

    private static final Assumption USUAL = new Assumption(5_000, 5, .2, 0, 0, .7, 6, 200, 1);

    @Test
    void changesOnlyWhatWasTyped() {
        assertThat(new TrialForm("7,5", "", null).over(USUAL))
                .isEqualTo(new Assumption(5_000, 7.5, .2, 0, 0, .7, 6, 200, 1));
    }

    @Test
    void triesLargeCampaignsLessOften() {
        assertThat(new TrialForm(null, "100000", null).over(USUAL).worlds()).isEqualTo(100);
        assertThat(new TrialForm(null, "1000000", null).over(USUAL).worlds()).isEqualTo(20);
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        assertThatThrownBy(() -> new TrialForm("much", "many", "20").over(USUAL))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.where())
                                .containsExactly("people", "effect"));
        assertThatThrownBy(() -> new TrialForm("500", "3000000000", "0").over(USUAL))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.where())
                                .containsExactly("people", "effect", "answerRate"));
    }
}
