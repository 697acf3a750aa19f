package dev.uplift.web.api;

import dev.uplift.impact.insights.Scope;
import dev.uplift.impact.stats.Interval;
import dev.uplift.strategy.Contribution;
import dev.uplift.strategy.Scorecard;
import dev.uplift.strategy.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A promise with its key results and campaigns, as programs read it. */
record PromiseView(
        String node,
        Map<String, String> name,
        String serves,
        String owner,
        List<Result> keyResults,
        List<Serving> campaigns) {

    static PromiseView of(Scorecard scorecard) {
        var promise = scorecard.promise();
        return new PromiseView(
                promise.node(),
                promise.name(),
                promise.serves().key(),
                promise.owner(),
                scorecard.keyResults().stream().map(Result::of).toList(),
                Serving.all(scorecard.campaigns()));
    }

    /**
     * A key result; scores in points with one decimal.
     *
     * @param from where it began; null if nobody knows
     * @param now null below five answers
     * @param path where it has to be now; null if nobody knows where it began
     * @param neededAnswers how many more would tell; 0 if more would not, or none are needed
     * @param forecast range by its day, or null if the answers say too little
     */
    record Result(
            Map<String, String> name,
            String metric,
            Scope scope,
            @Nullable Range from,
            LocalDate start,
            int target,
            LocalDate by,
            int windowDays,
            long answers,
            @Nullable Double nps,
            @Nullable Range now,
            @Nullable Range path,
            String state,
            long neededAnswers,
            @Nullable Range forecast) {

        static Result of(Standing standing) {
            var keyResult = standing.keyResult();
            var now = standing.now();
            var forecast = standing.forecast();
            return new Result(
                    keyResult.name(),
                    "nps",
                    keyResult.scope(),
                    standing.begun() ? Range.of(standing.from()) : null,
                    keyResult.start(),
                    keyResult.target(),
                    keyResult.by(),
                    keyResult.days(),
                    now.answered(),
                    standing.hidden() ? null : (Double) Range.rounded(now.score()),
                    standing.hidden() ? null : Range.of(now.range()),
                    standing.begun() ? Range.of(standing.path()) : null,
                    standing.state().key(),
                    standing.needed(),
                    forecast == null ? null : Range.of(forecast.range()));
        }
    }

    /** Two ends in points, within the scale. */
    record Range(double low, double high) {

        static Range of(Interval interval) {
            var clipped = interval.clipped(100);
            return new Range(rounded(clipped.low()), rounded(clipped.high()));
        }

        static double rounded(double points) {
            return Math.round(10 * points) / 10.0;
        }
    }

    /** A campaign with the code of its newest kept verdict, or null before the first. */
    record Serving(
            String key,
            String name,
            @Nullable String owner,
            @Nullable String serves,
            String state,
            @Nullable String verdict) {

        static List<Serving> all(List<Contribution> campaigns) {
            return campaigns.stream().map(Serving::of).toList();
        }

        private static Serving of(Contribution campaign) {
            var verdict = campaign.verdict();
            return new Serving(
                    campaign.key(),
                    campaign.name(),
                    campaign.owner(),
                    campaign.serves(),
                    campaign.state().name(),
                    verdict == null ? null : verdict.code());
        }
    }
}
