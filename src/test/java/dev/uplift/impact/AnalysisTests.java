package dev.uplift.impact;

import static dev.uplift.impact.Studies.arm;
import static dev.uplift.impact.Studies.evidence;
import static dev.uplift.impact.Studies.peers;
import static dev.uplift.impact.Studies.plan;
import static dev.uplift.impact.Studies.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.uplift.impact.Report.Check;
import dev.uplift.impact.stats.Classes;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnalysisTests {

    private static final Classes BETTER = new Classes(30, 70, 100);
    private static final Classes WORSE = new Classes(50, 80, 70);

    @Test
    void namesEffectAndRangeWithSignsAndWithoutDecimals() {
        var report = report(evidence(plan(5, .5), arm("treated", 400, 400, BETTER), arm("hold-out", 400, 400, WORSE)));

        assertThat(report.verdict().code()).isEqualTo("PROVEN_WORTH");
        assertThat(report.verdict().text().get("en")).startsWith("Works: +25 points (range +9 to +40), at least");
        assertThat(report.verdict().text().get("de")).startsWith("Wirkt: +25 Punkte (Spanne +9 bis +40), mindestens");
        assertThat(report.level()).isEqualTo("A");
    }

    @Test
    void decidesAtTheReadOutByTheRestOfTheAllowance() {
        var difference = difference(
                report(evidence(plan(5, .5), arm("treated", 400, 400, BETTER), arm("hold-out", 400, 400, WORSE))));

        assertThat(difference.points()).isEqualTo(25);
        assertThat(difference.confidence()).isEqualTo(.96);
        assertThat(difference.low()).isCloseTo(24.630542 - 2.053749 * 7.420159, within(1e-4));
        assertThat(difference.p()).isCloseTo(.000902, within(1e-6));
    }

    @Test
    void isSlowerToDecideBeforeTheReadOut() {
        var report = report(evidence(
                plan(5, .5),
                Studies.READ_OUT.minusSeconds(1),
                arm("treated", 400, 400, BETTER),
                arm("hold-out", 400, 400, WORSE)));

        assertThat(report.look().last()).isFalse();
        assertThat(report.verdict().code()).isEqualTo("NOT_ENOUGH");
        assertThat(report.verdict().text().get("en")).startsWith("Interim. Not decidable yet: +25 points");
        assertThat(difference(report).confidence()).isEqualTo(.99);
        assertThat(difference(report).low()).isNegative();
    }

    @Test
    void readsOutAtOnceWhenEverybodyHasAnswered() {
        var report = report(evidence(
                plan(5, .5),
                Studies.READ_OUT.minusSeconds(1),
                arm("treated", 200, 200, BETTER),
                arm("hold-out", 200, 200, WORSE)));

        assertThat(report.look().last()).isTrue();
        assertThat(report.verdict().code()).isEqualTo("PROVEN_WORTH");
    }

    @Test
    void takesEarlierAnswersIntoAccount() {
        var people = IntStream.rangeClosed(0, 10)
                .boxed()
                .flatMap(earlier -> List.of(true, false).stream().map(treated -> follower(treated, earlier)))
                .toArray(Peers[]::new);

        var report = report(evidence(plan(5, .5, false), people));

        assertThat(difference(report).estimator()).isEqualTo("adjusted");
        assertThat(width(report, "adjusted")).isLessThan(.8 * width(report, "plain"));
    }

    @Test
    void takesAttributesIntoAccountThatWereNamed() {
        var people = new Peers[] {
            peers("treated", "email\u001fgas", null, 200, 200, new Classes(10, 20, 170)),
            peers("treated", "email\u001fheat", null, 200, 200, new Classes(140, 40, 20)),
            peers("hold-out", "email\u001fgas", null, 200, 200, new Classes(20, 30, 150)),
            peers("hold-out", "email\u001fheat", null, 200, 200, new Classes(160, 30, 10))
        };

        var report = report(evidence(Studies.plan(5, .5, false, "CUSTOMER", List.of("channel", "product")), people));

        assertThat(difference(report).estimator()).isEqualTo("adjusted");
        assertThat(width(report, "adjusted")).isLessThan(.8 * width(report, "plain"));
    }

    @Test
    void isNotSureOfAnythingBecauseEverybodySaysTheSame() {
        var report = report(evidence(
                plan(5, .3),
                peers("treated", "email", 9, 70, 70, new Classes(0, 0, 70)),
                peers("treated", "sms", 9, 70, 70, new Classes(0, 0, 70)),
                peers("hold-out", "email", 9, 30, 30, new Classes(0, 0, 30)),
                peers("hold-out", "sms", 9, 30, 30, new Classes(0, 0, 30))));

        assertThat(difference(report).estimator()).isEqualTo("plain");
        assertThat(report.verdict().code()).isEqualTo("NOT_ENOUGH");
    }

    @Test
    void saysHowManyAnswersAndInvitationsAreMissing() {
        var report = report(evidence(
                plan(5, .2),
                arm("treated", 800, 800, new Classes(80, 60, 100)),
                arm("hold-out", 200, 200, new Classes(24, 10, 26))));

        assertThat(report.verdict().code()).isEqualTo("NOT_ENOUGH");
        assertThat(report.needed()).isNotNull();
        assertThat(report.verdict().text().get("en"))
                .contains("more answers, about", "invitations at an answer rate of 30%", "raise the hold-out to 30%");
        assertThat(report.verdict().text().get("de")).contains("Antworten mehr", "Einladungen", "30\u00a0% Rücklauf");
    }

    @Test
    void countsOnlyWhileAnswersAreFew() {
        var report = report(evidence(
                plan(5, .2),
                arm("treated", 800, 800, new Classes(100, 100, 100)),
                arm("hold-out", 200, 200, new Classes(10, 20, 19))));

        assertThat(report.verdict().code()).isEqualTo("TOO_EARLY");
        assertThat(report.verdict().text().get("en")).contains("300 answers in the campaign, 49 in the hold-out");
        assertThat(report.needed()).isNotNull();
    }

    @Test
    void refusesAProofFromABrokenLotOrUnevenResponse() {
        var broken = report(evidence(
                plan(5, .1),
                arm("treated", 8900, 8900, new Classes(100, 200, 200)),
                arm("hold-out", 1100, 1100, new Classes(30, 40, 30))));
        var uneven = report(evidence(
                plan(5, .2),
                arm("treated", 4000, 4000, new Classes(276, 392, 692)),
                arm("hold-out", 1000, 1000, new Classes(75, 70, 115))));

        assertThat(broken.verdict().code()).isEqualTo("LOT_BROKEN");
        assertThat(uneven.verdict().code()).isEqualTo("RESPONSE_BIASED");
        assertThat(uneven.verdict().text().get("en")).contains("between \u22126 and +51 points");
        assertThat(uneven.bounds()).isNotNull();
        assertThat(broken.level()).isEqualTo("B");
    }

    @Test
    void hidesScoresOfVerySmallArms() {
        var report = report(evidence(
                plan(5, .2), arm("treated", 8, 8, new Classes(1, 1, 2)), arm("hold-out", 2, 2, new Classes(0, 0, 1))));

        assertThat(report.verdict().code()).isEqualTo("HIDDEN_SMALL_CELL");
        assertThat(report.arms().get("holdOut"))
                .extracting(Report.Arm::nps, Report.Arm::promoters)
                .containsOnlyNulls();
        assertThat(report.difference()).isNull();
        assertThat(report.segments().rows()).isEmpty();
    }

    @Test
    void saysThatDifferentSurveysProveNothing() {
        var evidence = evidence(
                plan(5, .2),
                arm("treated", 400, 400, new Classes(50, 70, 80)),
                arm("hold-out", 100, 100, new Classes(20, 20, 20)));
        var other = new Evidence(
                evidence.plan(),
                evidence.asOf(),
                0,
                evidence.peers(),
                evidence.treated(),
                Studies.besides("nps-service", 100),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        assertThat(report(other).verdict().code()).isEqualTo("PLAN_CHANGED");
        assertThat(report(other).checks())
                .filteredOn(check -> !check.ok())
                .extracting(Check::name)
                .containsExactly("same-survey");
    }

    @Test
    void showsWhoMovedBesideTheHoldOut() {
        var report = report(evidence(
                plan(5, .5),
                peers("treated", "email", 3, 400, 400, new Classes(100, 60, 40)),
                peers("hold-out", "sms", 3, 400, 400, new Classes(150, 47, 3))));

        assertThat(people(report, "treated"))
                .containsExactly(List.of(100L, 60L, 40L), List.of(0L, 0L, 0L), List.of(0L, 0L, 0L));
        assertThat(people(report, "holdOut").get(0)).containsExactly(150L, 47L, null);
    }

    /** Most people answer as they did before. */
    private static Peers follower(boolean treated, int earlier) {
        var answers = earlier < 7 ? new Classes(36, 2, 2) : earlier < 9 ? new Classes(2, 36, 2) : new Classes(2, 2, 36);
        return peers(treated ? "treated" : "hold-out", "email", earlier, 100, 100, answers);
    }

    private static double width(Report report, String estimator) {
        return report.estimates().stream()
                .filter(estimate -> estimate.name().equals(estimator))
                .mapToDouble(estimate -> estimate.high() - estimate.low())
                .findFirst()
                .orElseThrow();
    }

    private static Report.Difference difference(Report report) {
        return Objects.requireNonNull(report.difference());
    }

    private static List<List<Long>> people(Report report, String arm) {
        return Objects.requireNonNull(report.migration().get(arm)).people();
    }
}
