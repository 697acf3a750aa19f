package dev.uplift.impact;

import static dev.uplift.impact.Studies.arm;
import static dev.uplift.impact.Studies.evidence;
import static dev.uplift.impact.Studies.plan;
import static dev.uplift.impact.Studies.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.impact.Report.Check;
import dev.uplift.impact.stats.Classes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a report says of its own soundness. */
class ChecksTests {

    private final Evidence uneven = evidence(
            plan(5, .5),
            arm("treated", 1000, 1000, new Classes(69, 98, 173)),
            arm("hold-out", 1000, 1000, new Classes(75, 70, 115)));

    @Test
    void saysInBothLanguagesHowManyAnswered() {
        var check = check(report(uneven), "response-balance");

        assertThat(check.ok()).isFalse();
        assertThat(check.text())
                .containsEntry(
                        "en",
                        "34.0% of those asked answered in the campaign, 26.0% of those held back."
                                + " Those who did not answer may make the whole difference."
                                + " Chance hardly explains that (p < 0.001).")
                .containsEntry(
                        "de",
                        "In der Kampagne antworteten 34,0\u00a0% der Befragten, von den Zurückgehaltenen 26,0\u00a0%."
                                + " Wer nicht geantwortet hat, kann den ganzen Unterschied ausmachen."
                                + " Das erklärt Zufall kaum (p < 0,001).");
    }

    @Test
    void saysEveryCheckAndEveryDesignInBothLanguagesAndRepeatsTheEnglish() {
        var alone = evidence(plan(5, 0), arm("treated", 1000, 1000, new Classes(69, 98, 173)));

        for (var report : List.of(report(uneven), report(alone))) {
            assertThat(report.checks()).allSatisfy(check -> {
                assertThat(check.text()).containsOnlyKeys("de", "en").containsEntry("en", check.detail());
                assertThat(check.text().get("de")).isNotEqualTo(check.detail());
            });
            assertThat(report.ladder()).allSatisfy(rung -> {
                assertThat(rung.text()).containsOnlyKeys("de", "en").containsEntry("en", rung.why());
                assertThat(rung.text().get("de")).isNotEqualTo(rung.why());
            });
        }
    }

    private static Check check(Report report, String name) {
        return report.checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
