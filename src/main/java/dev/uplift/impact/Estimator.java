package dev.uplift.impact;

import dev.uplift.impact.stats.Classes;
import dev.uplift.impact.stats.Effect;
import dev.uplift.impact.stats.Interval;
import dev.uplift.impact.stats.Share;
import dev.uplift.platform.Metric;
import java.util.function.DoubleFunction;

/**
 * One method's result.
 *
 * @param points the estimate to show; that of the plain difference is the difference of the shown scores
 * @param range its range at an alpha from 0 to 1
 * @param p two-sided
 */
record Estimator(String name, Effect effect, double points, DoubleFunction<Interval> range, double p) {

    static Estimator of(String name, Effect effect) {
        return new Estimator(name, effect, effect.points(), effect::range, effect.p());
    }

    /** The same estimate with another effect's range. */
    Estimator with(String newName, Effect other) {
        return new Estimator(newName, other, points, other::range, other.p());
    }

    /** The same where people come in whole clusters, which tell so many times less than as many strangers. */
    Estimator ofClusters(double designEffect) {
        return designEffect == 1
                ? this
                : with(
                        name,
                        new Effect(
                                effect.points(),
                                effect.standardError() * Math.sqrt(designEffect),
                                effect.degreesOfFreedom()));
    }

    /** The difference of two scores: adjusted Wald, or Newcombe's hybrid interval where the scores are shares. */
    static Estimator plain(Metric metric, Classes treated, Classes holdOut) {
        var points = treated.score() - holdOut.score();
        if (!metric.share() || treated.answered() == 0 || holdOut.answered() == 0) {
            var effect = Effect.adjusted(treated, holdOut);
            return new Estimator("plain", effect, points, effect::range, effect.p());
        }
        var more = share(treated);
        var less = share(holdOut);
        return new Estimator(
                "plain",
                Effect.adjusted(more, less),
                points,
                alpha -> more.less(less, alpha),
                more.balance(less).p());
    }

    /**
     * The 95 % range to show for one score: adjusted Wald or the score interval, Wilson's where the score is a share; wider
     * by the root of the design effect.
     */
    static Interval range(Metric metric, Classes answers, double designEffect) {
        if (!metric.share()) {
            return answers.rangeOfClusters(designEffect).clipped(100);
        }
        var range = share(answers).range(.05).stretched(Math.sqrt(designEffect));
        return new Interval(Math.max(0, range.low()), Math.min(100, range.high()));
    }

    private static Share share(Classes answers) {
        return new Share(answers.promoters(), answers.answered());
    }
}
