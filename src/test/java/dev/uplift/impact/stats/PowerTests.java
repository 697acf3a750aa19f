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
}
