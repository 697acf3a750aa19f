package dev.uplift.impact;

import static dev.uplift.impact.Studies.arm;
import static dev.uplift.impact.Studies.evidence;
import static dev.uplift.impact.Studies.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.impact.stats.Classes;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a report says of answers under review. */
class SensitivityTests {

    private static final Evidence ALL = two(new Classes(500, 700, 1400), new Classes(200, 200, 250));

    @Test
    void isSilentWhereNoAnswerIsUnderReview() {
        assertThat(Studies.report(ALL).sensitivity()).isNull();
    }

    @Test
    void saysThatTheVerdictStays() {
        var found = sensitivity(two(new Classes(500, 690, 1380), new Classes(190, 200, 250)));

        assertThat(found.treated()).isEqualTo(30);
        assertThat(found.holdOut()).isEqualTo(10);
        assertThat(found.changed()).isFalse();
        assertThat(found.code()).isEqualTo("PROVEN_WORTH");
        assertThat(Objects.requireNonNull(found.difference()).points()).isLessThan(34);
        assertThat(found.text().get("en"))
                .startsWith(
                        "30 answers from the campaign and 10 of those held back came by links that a program had opened"
                                + " before, too. Without them the verdict stays the same. Difference without them: +");
        assertThat(found.text().get("de")).contains("Ohne sie bleibt das Urteil dasselbe. Unterschied ohne sie: +");
    }

    @Test
    void saysWhatTheVerdictWouldBe() {
        var found = sensitivity(two(new Classes(500, 700, 500), new Classes(200, 200, 250)));

        assertThat(found.changed()).isTrue();
        assertThat(found.code()).isNotEqualTo("PROVEN_WORTH");
        assertThat(found.text().get("en")).contains("Without them the verdict would be: ");
        assertThat(found.text().get("de")).contains("Ohne sie wäre das Urteil: ");
    }

    @Test
    void tellsNoDifferenceFromWhichFewAnswersCouldBeWorkedOut() {
        var found = sensitivity(two(new Classes(500, 700, 1380), new Classes(200, 200, 247)));

        assertThat(found.holdOut()).isEqualTo(3);
        assertThat(found.difference()).isNull();
        assertThat(found.text().get("en")).endsWith("Without them the verdict stays the same.");
    }

    private static Sensitivity sensitivity(Evidence trusted) {
        return Objects.requireNonNull(Studies.report(ALL.beside(trusted)).sensitivity());
    }

    private static Evidence two(Classes treated, Classes holdOut) {
        return evidence(plan(5, .2), arm("treated", 8000, 8000, treated), arm("hold-out", 2000, 2000, holdOut));
    }
}
