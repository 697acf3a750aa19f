package dev.uplift.impact;

import static dev.uplift.impact.Studies.evidence;
import static dev.uplift.impact.Studies.peers;
import static dev.uplift.impact.Studies.plan;
import static dev.uplift.impact.Studies.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.uplift.impact.Evidence.Outside;
import dev.uplift.impact.Evidence.Wave;
import dev.uplift.impact.Report.Rung;
import dev.uplift.impact.stats.Classes;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LadderTests {

    @Test
    void neverNamesACauseWithoutAHoldOut() {
        var report = report(evidence(plan(5, 0), peers("treated", "email", 2, 500, 500, new Classes(60, 70, 70))));

        assertThat(report.verdict().code()).isEqualTo("NO_CONTROL");
        assertThat(report.level()).isEqualTo("E");
        assertThat(report.difference()).isNull();
        assertThat(report.naive()).isEqualTo(new Report.Naive(-100, 5, 105, null));
        assertThat(report.verdict().text().get("en"))
                .startsWith("The score went from \u2212100 to +5 (+105 points).")
                .contains("to be expected without any campaign", "the cause is unknown")
                .doesNotContain("Caused", "Works");
    }

    @Test
    void refusesToCompareOverTimeWhomAnEarlierAnswerChose() {
        var waves = IntStream.range(0, 3)
                .boxed()
                .flatMap(number -> List.of(true, false).stream()
                        .map(treated -> new Wave(treated, number, new Classes(100, 100, 100))))
                .toList();

        var refused = report(withWaves(plan(5, 0, true), waves));
        var allowed = report(withWaves(plan(5, 0, false), waves));

        assertThat(rung(refused, "C").admissible()).isFalse();
        assertThat(rung(refused, "C").why()).contains("chosen by an earlier answer");
        assertThat(rung(refused, "C").estimate()).isNull();
        assertThat(rung(allowed, "C").admissible()).isTrue();
        assertThat(allowed.level()).isEqualTo("C");
    }

    @Test
    void saysWhatThoseHeldBackElsewhereDidByThemselves() {
        var plan = plan(5, 0, true);
        var many = List.of(new Outside(2, 3, 40), new Outside(4, 8, 40), new Outside(5, 10, 20));

        var seen = report(alone(plan, List.of(), many)).verdict().text();
        var few = report(alone(plan, List.of(), List.of(new Outside(2, 8, 29))))
                .verdict()
                .text();

        assertThat(seen.get("en"))
                .contains("Of that about +80 points (range +", "among 100 people", "cause is unknown");
        assertThat(seen.get("de")).contains("etwa +80 Punkte (Spanne +", "bei 100 Menschen");
        assertThat(few.get("en")).contains("Part of that is to be expected without any campaign", "about +");
    }

    @Test
    void findsNoEffectWhereOnlyTheMeanWasRegressedTo() {
        var half = new Classes(530, 390, 380);
        var treated = peers("treated", "email", 3, 1300, 1300, half);
        var holdOut = peers("hold-out", "email", 3, 1300, 1300, half);

        var ofTen = report(evidence(plan(10, .5), treated, holdOut));

        assertThat(ofTen.verdict().code()).isEqualTo("NO_RELEVANT_EFFECT");
        assertThat(report(evidence(plan(5, .5), treated, holdOut)).verdict().code())
                .isEqualTo("NOT_ENOUGH");
        assertThat(Objects.requireNonNull(ofTen.naive()).points()).isCloseTo(88.461538, within(1e-6));
        assertThat(Objects.requireNonNull(ofTen.naive()).natural()).isCloseTo(88.461538, within(1e-6));
        assertThat(rung(ofTen, "C").admissible()).isFalse();
    }

    private static Evidence withWaves(MeasurementPlan plan, List<Wave> waves) {
        return alone(plan, waves, List.of());
    }

    private static Evidence alone(MeasurementPlan plan, List<Wave> waves, List<Outside> heldBack) {
        var people = peers("treated", "email", 2, 500, 500, new Classes(60, 70, 70));
        return new Evidence(
                plan,
                Studies.NOW,
                0,
                List.of(people),
                Studies.besides("nps-bill", 500),
                Evidence.Besides.NOTHING,
                List.of(),
                List.of(),
                waves,
                heldBack,
                List.of(),
                List.of());
    }

    private static Rung rung(Report report, String level) {
        return report.ladder().stream()
                .filter(rung -> rung.level().equals(level))
                .findFirst()
                .orElseThrow();
    }
}
