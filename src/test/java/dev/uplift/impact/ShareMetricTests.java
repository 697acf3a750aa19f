package dev.uplift.impact;

import static dev.uplift.impact.Studies.csat;
import static dev.uplift.impact.Studies.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.uplift.impact.Report.Among;
import dev.uplift.impact.Report.Outcome;
import dev.uplift.impact.Report.Unit;
import dev.uplift.impact.stats.Classes;
import dev.uplift.platform.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** CSAT and CES: the score is a share, with the intervals of a share. */
class ShareMetricTests {

    private static final Offset<Double> DIGITS = within(1e-4);

    private final Report report = Studies.report(
            evidence(csat(5, .5), satisfied("treated", null, 960, 240), satisfied("hold-out", null, 840, 360)));

    @Test
    void givesTheShareOfSatisfiedAnswersWithWilsonsRange() {
        var treated = Objects.requireNonNull(report.arms().get("treated"));

        assertThat(treated.score()).isEqualTo(80);
        assertThat(treated.low()).isCloseTo(77.6427, DIGITS);
        assertThat(treated.high()).isCloseTo(82.1659, DIGITS);
        assertThat(treated.satisfied()).isEqualTo(960);
        assertThat(treated.mean()).isCloseTo(4.4, within(1e-9));
        assertThat(treated.nps()).isNull();
        assertThat(treated.detractors()).isNull();
        assertThat(report.metric()).isEqualTo("csat");
        assertThat(report.plan().breaks()).isEqualTo("1-3 / 4-5");
    }

    @Test
    void comparesSharesByNewcombe() {
        var plain = Studies.report(evidence(
                        csat(1, .5), satisfied("treated", null, 940, 60), satisfied("hold-out", null, 910, 90)))
                .estimates()
                .get(0);

        assertThat(plain.points()).isCloseTo(3, within(1e-9));
        assertThat(plain.low()).isCloseTo(.6895, DIGITS);
        assertThat(plain.high()).isCloseTo(5.3363, DIGITS);
        assertThat(plain.p()).isCloseTo(.01087, within(1e-5));
    }

    @Test
    void saysTheVerdictInPercentagePoints() {
        assertThat(report.verdict().text())
                .containsEntry(
                        "de",
                        "Wirkt: +10 Prozentpunkte (Spanne +6 bis +14), mindestens so viel wie gefordert (5). Ursache ist"
                                + " die Kampagne: Das Los hat entschieden, wer sie bekam.")
                .containsEntry(
                        "en",
                        "Works: +10 percentage points (range +6 to +14), at least as much as asked for (5). Caused by the"
                                + " campaign: a lot decided who got it.");
    }

    @Test
    void saysASharesStateInPercent() {
        var alone = Studies.report(evidence(csat(5, 0), satisfied("treated", null, 960, 240)));

        assertThat(alone.verdict().text().get("en"))
                .isEqualTo(
                        "The score is 80% (range 78% to 82%) from 1,200 answers. Without a hold-out the cause is unknown.");
    }

    @Test
    void usesEarlierAnswersAndShowsWhoMovedBetweenTwoClasses() {
        var adjusted = Studies.report(evidence(
                csat(5, .5),
                satisfied("treated", 2, 150, 150),
                satisfied("treated", 5, 270, 30),
                satisfied("hold-out", 2, 120, 180),
                satisfied("hold-out", 5, 240, 60)));

        assertThat(Objects.requireNonNull(adjusted.difference()).estimator()).isEqualTo("adjusted");
        assertThat(adjusted.difference().points()).isCloseTo(10, within(1e-6));
        assertThat(Objects.requireNonNull(adjusted.migration().get("treated")).people())
                .containsExactly(List.of(150L, 150L), List.of(30L, 270L));
    }

    @Test
    void neverLeavesTheScale() {
        var all = Studies.report(
                evidence(csat(5, .5), satisfied("treated", null, 20, 0), satisfied("hold-out", null, 0, 20)));

        assertThat(Objects.requireNonNull(all.arms().get("treated")).low()).isCloseTo(83.8875, DIGITS);
        assertThat(Objects.requireNonNull(all.arms().get("treated")).high()).isEqualTo(100);
        assertThat(Objects.requireNonNull(all.arms().get("holdOut")).low()).isZero();
        assertThat(Objects.requireNonNull(all.difference()).high()).isEqualTo(100);
    }

    @Test
    void showsOtherMetricsOfTheRunBesideAndJudgesThemTogether() {
        var nps = Studies.report(Studies.also(
                evidence(
                        Studies.plan(5, .5),
                        Studies.arm("treated", 400, 400, new Classes(50, 70, 80)),
                        Studies.arm("hold-out", 400, 400, new Classes(50, 70, 80))),
                List.of(also(true, 5, 90), also(true, 2, 10), also(false, 4, 80), also(false, 1, 20))));

        assertThat(nps.outcomes())
                .extracting(Outcome::name)
                .containsExactly("churned", "withdrawn", "csat", "mean-answer");
        assertThat(nps.outcomes().get(2)).satisfies(csat -> {
            assertThat(csat.treated()).isEqualTo(.9);
            assertThat(csat.holdOut()).isEqualTo(.8);
            assertThat(csat.difference().points()).isCloseTo(10, within(1e-9));
            assertThat(csat.adjustedP()).isGreaterThan(csat.difference().p());
            assertThat(csat.unit()).isEqualTo(Unit.SHARE);
            assertThat(csat.among()).isEqualTo(Among.ANSWERED);
        });
    }

    @Test
    void showsTheMeanAnswerOnlyWhileNpsIsUndecidedAndNeverLetsItDecide() {
        var undecided = Studies.report(evidence(
                Studies.plan(5, .5),
                Studies.arm("treated", 400, 400, new Classes(50, 70, 80)),
                Studies.arm("hold-out", 400, 400, new Classes(60, 70, 70))));

        assertThat(undecided.verdict().code()).isEqualTo("NOT_ENOUGH");
        assertThat(undecided.outcomes().get(2)).satisfies(mean -> {
            assertThat(mean.name()).isEqualTo("mean-answer");
            assertThat(mean.unit()).isEqualTo(Unit.ANSWER);
            assertThat(mean.treated()).isCloseTo((50 * 3 + 70 * 8 + 80 * 10) / 200.0, within(1e-6));
        });
        assertThat(report.outcomes()).extracting(Outcome::name).containsExactly("churned", "withdrawn");
    }

    private static Evidence.Also also(boolean treated, int answer, long people) {
        return new Evidence.Also(treated, Metric.CSAT.key(), answer, people);
    }

    /** Answers 5 and 2, by everybody who was drawn. */
    private static Peers satisfied(
            String arm, @org.jspecify.annotations.Nullable Integer earlier, long some, long others) {
        var scores = new ArrayList<>(java.util.Collections.nCopies(11, 0L));
        scores.set(5, some);
        scores.set(2, others);
        return new Peers(arm, "email", earlier, some + others, some + others, List.copyOf(scores));
    }
}
