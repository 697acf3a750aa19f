package dev.uplift.impact;

import dev.uplift.platform.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** One campaign in a simulated world: who is drawn, who answers what, and when. */
final class World {

    /** Half of the answers have come after two days. */
    private static final double MEAN_DAYS_TO_ANSWER = 3;

    private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    private final Assumption assumption;
    private final MeasurementPlan plan;
    private final Instant askedAt;
    private final SplittableRandom chance;
    private final List<Crowd> crowds = new ArrayList<>();

    World(Assumption assumption, Rates rates, MeasurementPlan plan, Instant askedAt, SplittableRandom chance) {
        this.assumption = assumption;
        this.plan = plan;
        this.askedAt = askedAt;
        this.chance = chance;
        draw(rates);
    }

    /** What people do, the same in all worlds of an assumption. */
    static final class Rates {

        private final double[] earlier;
        private final double[][] treated;
        private final double[][] holdOut;

        Rates(Metric metric, Assumption assumption) {
            var atMost = Math.min(metric.highest(), assumption.earlierAtMost());
            var transitions = new Transitions(metric, assumption.correlation(), atMost);
            earlier = transitions.earlier();
            treated = transitions.later(assumption.effect());
            holdOut = transitions.later(0);
        }
    }

    /** An answer, and how many days after the question it came. */
    private record Reply(int score, double day) {}

    /** People of one arm and earlier answer. */
    private record Crowd(boolean treated, int earlier, long people, List<Reply> replies) {}

    /** What is known at this instant. */
    Evidence at(Instant now) {
        var day = Duration.between(askedAt, now).toSeconds() / SECONDS_A_DAY;
        var peers = crowds.stream().map(crowd -> peers(crowd, day)).toList();
        return new Evidence(
                plan,
                now,
                0,
                peers,
                besides(true),
                besides(false),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private Evidence.Besides besides(boolean treated) {
        var people = crowds.stream()
                .filter(crowd -> crowd.treated == treated)
                .mapToLong(Crowd::people)
                .sum();
        return new Evidence.Besides(people, people, "simulated", 0, null, 0.0, 0, Collections.emptySortedMap());
    }

    private void draw(Rates rates) {
        var people = new long[2][rates.earlier.length];
        for (var person = 0; person < assumption.people(); person++) {
            people[chance.nextDouble() < plan.holdOut() ? 0 : 1][pick(rates.earlier)]++;
        }
        for (var arm = 1; arm >= 0; arm--) {
            for (var earlier = 0; earlier < rates.earlier.length; earlier++) {
                crowds.add(crowd(arm == 1, earlier, people[arm][earlier], rates));
            }
        }
    }

    private Crowd crowd(boolean treated, int earlier, long people, Rates rates) {
        var rate = rate(treated, earlier);
        var later = treated ? rates.treated[earlier] : rates.holdOut[earlier];
        var replies = new ArrayList<Reply>();
        for (var person = 0; person < people; person++) {
            if (chance.nextDouble() < rate) {
                replies.add(new Reply(pick(later), -MEAN_DAYS_TO_ANSWER * Math.log(1 - chance.nextDouble())));
            }
        }
        return new Crowd(treated, earlier, people, replies);
    }

    private double rate(boolean treated, int earlier) {
        var metric = plan.asks();
        var middle = (100.0 + metric.leastScore()) / 2;
        return assumption.answerRate()
                + (treated ? assumption.answerGap() : 0)
                + assumption.classGap() * (metric.code(earlier) - middle) / (100.0 - metric.leastScore());
    }

    private int pick(double[] shares) {
        var left = chance.nextDouble();
        for (var index = 0; index < shares.length - 1; index++) {
            left -= shares[index];
            if (left < 0) {
                return index;
            }
        }
        return shares.length - 1;
    }

    private static Peers peers(Crowd crowd, double day) {
        var scores = new ArrayList<>(Collections.nCopies(11, 0L));
        for (var reply : crowd.replies) {
            if (reply.day <= day) {
                scores.set(reply.score, scores.get(reply.score) + 1);
            }
        }
        return new Peers(
                crowd.treated ? "treated" : "hold-out",
                "simulated",
                crowd.earlier,
                crowd.people,
                crowd.people,
                List.copyOf(scores));
    }
}
