package dev.uplift.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** Whether reports on simulated desks, whose true effect is known, are right as often as they promise. */
class FollowUpTruthTests {

    private static final int DESKS = 100;
    private static final int LOOKS = 4;
    private static final int CASES_PER_LOOK = 250;
    private static final double ANSWER_RATE = .6;
    private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");
    private static final WaitingList LIST = new WaitingList(1, "service", .3, Duration.ofDays(30), 10, SINCE);

    @Test
    void raisesNoFalseAlarmsHoweverOftenOneLooks() {
        var alarms = desks(0, (difference, truth) -> difference.low() > 0 || difference.high() < 0);

        assertThat(alarms).isLessThanOrEqualTo(.05 + 3 * Math.sqrt(.05 * .95 / DESKS));
    }

    @Test
    void coversTheTruthAtAllLooksTogether() {
        var missed = desks(.15, (difference, truth) -> difference.low() > truth || difference.high() < truth);

        assertThat(missed).isLessThanOrEqualTo(.05 + 3 * Math.sqrt(.05 * .95 / DESKS));
    }

    @Test
    void findsALargeEffectMoreOftenThanNot() {
        assertThat(desks(.25, (difference, truth) -> difference.low() > 0)).isGreaterThan(.5);
    }

    /** Share of the desks of which it is ever true. */
    private static double desks(double shift, BiPredicate<Report.Difference, Double> seen) {
        var random = new SplittableRandom(20261122);
        var count = 0;
        for (var desk = 0; desk < DESKS; desk++) {
            var world = new World(random, shift);
            var ever = false;
            for (var look = 0; look < LOOKS; look++) {
                ever |= seen.test(world.next(), 200 * shift);
            }
            count += ever ? 1 : 0;
        }
        return (double) count / DESKS;
    }

    /** Unhappy people who recover by themselves, and more of whom do when somebody follows up. */
    private static final class World {

        private final SplittableRandom random;
        private final double shift;
        private final long[][][] people = new long[2][7][12];

        private World(SplittableRandom random, double shift) {
            this.random = random;
            this.shift = shift;
        }

        private Report.Difference next() {
            for (var n = 0; n < CASES_PER_LOOK; n++) {
                var held = random.nextDouble() < LIST.share() ? 1 : 0;
                var earlier = random.nextInt(7);
                var answers = random.nextDouble() < ANSWER_RATE;
                people[held][earlier][answers ? answer(held == 1, earlier) : 11]++;
            }
            var report = Analyses.judge(Subject.FOLLOW_UP, evidence());
            return Objects.requireNonNull(report.difference());
        }

        /** Each point of the shift turns a detractor into a promoter, which is worth two. */
        private int answer(boolean held, int earlier) {
            var chance = random.nextDouble();
            var low = .55 - .03 * earlier - (held ? 0 : shift);
            return chance < low ? 3 : chance < .75 - (held ? 0 : shift) ? 8 : 10;
        }

        private Evidence evidence() {
            var peers = new ArrayList<Peers>();
            for (var held = 0; held < 2; held++) {
                for (var earlier = 0; earlier < 7; earlier++) {
                    peers.add(peers(held == 1 ? "hold-out" : "treated", earlier, people[held][earlier]));
                }
            }
            return new Evidence(
                    FollowUpPlan.of("service", LIST, "nps"),
                    SINCE.plus(Duration.ofDays(90)),
                    0,
                    List.copyOf(peers),
                    besides(peers, "treated"),
                    besides(peers, "hold-out"),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }

        private static Evidence.Besides besides(List<Peers> peers, String arm) {
            var asked = peers.stream()
                    .filter(group -> group.arm().equals(arm))
                    .mapToLong(Peers::assigned)
                    .sum();
            return new Evidence.Besides(
                    0, asked, "", 0, SINCE, null, 0, Collections.unmodifiableSortedMap(new TreeMap<>()));
        }

        private static Peers peers(String arm, int earlier, long[] counts) {
            var scores = new ArrayList<Long>();
            var assigned = counts[11];
            for (var score = 0; score < 11; score++) {
                scores.add(counts[score]);
                assigned += counts[score];
            }
            return new Peers(arm, "", earlier, assigned, assigned, List.copyOf(scores));
        }
    }
}
