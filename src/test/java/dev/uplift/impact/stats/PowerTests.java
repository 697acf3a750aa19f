package dev.uplift.impact.stats;

import static dev.uplift.impact.stats.Vectors.DIGITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PowerTests {

    @Test
    void saysHowManyAnswersAreMissing() {
        assertThat(Power.standardError(.65, 120, 40)).isCloseTo(14.719601, DIGITS);
        assertThat(Power.detectable(.65, 120, 40)).isCloseTo(41.238218, DIGITS);
        assertThat(Power.factor(Power.standardError(.65, 120, 40), 10)).isCloseTo(17.005906, within(5e-6));
        assertThat(Power.more(.65, 120, 40, 10)).isEqualTo(2561);
    }

    @Test
    void asksForANarrowerRangeWhereThePowerWouldDo() {
        assertThat(Power.detectable(.65, 3000, 3000)).isLessThan(6);
        assertThat(Power.more(.65, 3000, 3000, 6)).isPositive();
        assertThat(Power.more(.65, 30_000, 30_000, 6)).isZero();
    }

    @Test
    void agreesWithEveryVectorOfPower() {
        var vectors = Vectors.of("TV4_power");

        for (var vector : vectors.get("perArm")) {
            assertThat(Power.perArm(
                            vector.get("v").asDouble(), vector.get("delta").asDouble()))
                    .isEqualTo(vector.get("n").asLong());
        }
        for (var vector : vectors.get("mde")) {
            var perArm = vector.get("nPerArm").asDouble();
            assertThat(Power.detectable(.65, perArm, perArm))
                    .isCloseTo(vector.get("mde").asDouble(), DIGITS);
            assertThat(Power.detectable(Power.adjusted(.65, .7), perArm, perArm))
                    .isCloseTo(vector.get("mdeRho07").asDouble(), DIGITS);
        }
        for (var vector : vectors.get("holdout")) {
            assertThat(Power.total(
                            .65,
                            vector.get("delta").asDouble(),
                            vector.get("share").asDouble()))
                    .isEqualTo(vector.get("totalAnswers").asLong());
        }
    }

    @Test
    void agreesWithTheVectorsOfMissingAnswers() {
        var vector = Vectors.of("TV5_more_needed");

        assertThat(Power.more(
                        vector.get("v").asDouble(),
                        vector.get("nT").asLong(),
                        vector.get("nC").asLong(),
                        vector.get("targetPoints").asDouble()))
                .isEqualTo(vector.get("moreAnswers").asLong());
    }

    @Test
    void agreesWithTheVectorsOfOneScoreAgainstABenchmark() {
        for (var vector : Vectors.of("TV4_power").get("measuringU_benchmark")) {
            assertThat(Power.oneSample(
                            vector.get("s2").asDouble(),
                            vector.get("d").asDouble(),
                            vector.get("Z").asDouble()))
                    .isEqualTo(vector.get("n").asLong());
        }
    }

    @Test
    void saysHowManyAnswersOneScoreNeeds() {
        assertThat(Power.forMargin(.65, 5)).isEqualTo(996);
        assertThat(Power.forMargin(.65, 10)).isEqualTo(247);
        assertThat(Power.forMargin(.65, 15)).isEqualTo(108);
    }

    /** GrowthBook's own test: variance .008426853707414856 of a relative effect, .05 wanted; it counts what is missing. */
    @Test
    void agreesWithTheVectorOfGrowthBooksScaling() {
        var vector = Vectors.of("TV5_growthbook_scaling_factor");

        var missing = Power.factor(Math.sqrt(.008426853707414856), .05) - 1;

        assertThat(missing).isCloseTo(vector.get("ours").asDouble(), DIGITS);
        assertThat(missing)
                .isCloseTo(
                        vector.get("expected").asDouble(),
                        within(vector.get("tol").asDouble()));
    }

    @Test
    void asksForMoreWherePeopleOfAnAccountAreAlike() {
        var alone = Power.total(.65, 5, .5);

        assertThat(Power.total(Power.clustered(.65, 4, .3), 5, .5)).isCloseTo((long) (1.9 * alone), within(2L));
    }
}
