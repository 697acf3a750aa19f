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

    /** The 95 % range to show for one score: adjusted Wald or the score interval, Wilson's where the score is a share. */
    static Interval range(Metric metric, Classes answers) {
        return metric.share() ? share(answers).range(.05) : answers.range().clipped(100);
    }

    private static Share share(Classes answers) {
        return new Share(answers.promoters(), answers.answered());
    }
}
