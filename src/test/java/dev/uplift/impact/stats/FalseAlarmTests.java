package dev.uplift.impact.stats;

import static dev.uplift.impact.stats.Simulation.noise;
import static dev.uplift.impact.stats.Simulation.share;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How often a campaign without any effect is said to have one, over thousands of made-up companies. */
class FalseAlarmTests {

    private static final int COMPANIES = 2000;

    @Test
    void raisesFewFalseAlarmsAtTheReadOut() {
        var alarms = share(COMPANIES, random -> excludes(reading(random, 1000).range(), 0));

        assertThat(alarms).isLessThanOrEqualTo(.05 + noise(COMPANIES));
    }

    @Test
    void raisesFewFalseAlarmsHoweverOftenOneLooks() {
        var sequence = new ConfidenceSequence(.05, 1500);

        var alarms = share(
                COMPANIES,
                random -> days(random).stream()
                        .anyMatch(day -> excludes(sequence.range(day.effect(), day.answers()), 0)));

        assertThat(alarms).isLessThanOrEqualTo(.05);
    }

    @Test
    void raisesManyFalseAlarmsWhereOneLooksDailyAtTheFixedRange() {
        var alarms = share(
                COMPANIES,
                random -> days(random).stream()
                        .anyMatch(day -> excludes(day.effect().range(), 0)));

        assertThat(alarms).isGreaterThan(.15);
    }

    @Test
    void raisesFewFalseAlarmsWithManyLooksAndOneReadOut() {
        var plan = new SequentialPlan(1500);

        var alarms = share(COMPANIES, random -> {
            var days = days(random);
            var last = days.get(days.size() - 1);
            return days.stream()
                    .anyMatch(day -> excludes(
                            plan.range(day.effect()::range, day.effect(), day.answers(), day.equals(last)), 0));
        });

        assertThat(alarms).isLessThanOrEqualTo(.05);
    }

    /** Each look corrects anew for the earlier answers of all who have answered so far. */
    @Test
    void raisesFewFalseAlarmsWithManyAdjustedLooksAndOneReadOut() {
        var plan = new SequentialPlan(1500);

        var alarms = share(COMPANIES, random -> {
            var looks = adjustedLooks(random);
            var last = looks.get(looks.size() - 1);
            return looks.stream()
                    .anyMatch(look -> excludes(
                            plan.range(look.effect()::range, look.effect(), look.answers(), look.equals(last)), 0));
        });

        assertThat(alarms).isLessThanOrEqualTo(.05);
    }

    private record Look(Effect effect, long answers) {}

    /** Thirty days of fifty answers, a fifth of them of the hold-out, looked at every third day from the sixth. */
    private static List<Look> adjustedLooks(SplittableRandom random) {
        var company = Company.any(random);
        var cells = List.<Cell>of();
        var looks = new ArrayList<Look>();
        for (var day = 3; day <= 30; day += 3) {
            cells = Samples.gathered(Stream.concat(cells.stream(), company.lot(random, 150, .2).stream())
                    .toList());
            if (day > 3) {
                looks.add(new Look(Adjustment.lin(cells).effect(), 50L * day));
            }
        }
        return looks;
    }

    /** Thirty days of fifty answers, from the first on which each arm has fifty. */
    private static List<Look> days(SplittableRandom random) {
        var company = Company.any(random);
        var treated = new Classes(0, 0, 0);
        var holdOut = treated;
        var days = new ArrayList<Look>();
        for (var day = 1; day <= 30; day++) {
            treated = treated.plus(company.answers(random, 40, true));
            holdOut = holdOut.plus(company.answers(random, 10, false));
            if (holdOut.answered() >= 50) {
                days.add(new Look(Effect.welch(treated, holdOut), 50L * day));
            }
        }
        return days;
    }

    private static Effect reading(SplittableRandom random, int answers) {
        var company = Company.any(random);
        return Effect.welch(
                company.answers(random, answers - answers / 5, true), company.answers(random, answers / 5, false));
    }

    private static boolean excludes(Interval range, double truth) {
        return !range.holds(truth);
    }
}
