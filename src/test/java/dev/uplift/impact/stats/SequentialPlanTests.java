package dev.uplift.impact.stats;

import static dev.uplift.impact.stats.Vectors.DIGITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SequentialPlanTests {

    @Test
    void agreesWithTheVectorsOfGrowthBook() {
        var vectors = Vectors.of("TV14_sequential");

        assertThat(new ConfidenceSequence(.05, 5000).rho())
                .isCloseTo(vectors.get("rho_05_5000").asDouble(), DIGITS);
        assertThat(new ConfidenceSequence(.05, 1000).rho())
                .isCloseTo(vectors.get("rho_05_1000").asDouble(), DIGITS);
        for (var vector : vectors.get("growthbook")) {
            var range = new ConfidenceSequence(.05, vector.get("Nstar").asLong())
                    .range(
                            Effect.normal(
                                    vector.get("est").asDouble(),
                                    vector.get("se").asDouble()),
                            vector.get("n").asLong());
            assertThat(range.low()).isCloseTo(vector.at("/ci/0").asDouble(), within(6e-6));
            assertThat(range.high()).isCloseTo(vector.at("/ci/1").asDouble(), within(6e-6));
        }
    }

    @Test
    void agreesWithTheVectorsOfScores() {
        for (var vector : Vectors.of("TV14_sequential").get("npsCase")) {
            var effect =
                    Effect.normal(vector.get("est").asDouble(), vector.get("se").asDouble());
            var sequence = new ConfidenceSequence(.05, vector.get("Nstar").asLong());

            assertThat(sequence.multiplier(400)).isCloseTo(vector.get("mult").asDouble(), DIGITS);
            // The vector's standard error has six decimals, which the multiplier makes four times as coarse.
            assertThat(sequence.range(effect, 400).low())
                    .isCloseTo(vector.at("/ci/0").asDouble(), within(3e-6));
            assertThat(sequence.range(effect, 400).high())
                    .isCloseTo(vector.at("/ci/1").asDouble(), within(3e-6));
        }
    }

    @Test
    void agreesWithTheVectorsOfTheHybridPlan() {
        var vectors = Vectors.of("TV14_sequential");
        var plan = new SequentialPlan(2000);
        var effect = Effect.normal(0, 1);

        for (var expected : vectors.get("mult_alpha01_N2000").properties()) {
            var answers = Long.parseLong(expected.getKey());
            assertThat(plan.range(effect::range, effect, answers, false).high())
                    .isCloseTo(expected.getValue().asDouble(), DIGITS);
        }
        assertThat(plan.range(effect::range, effect, 2000, true).high())
                .isCloseTo(vectors.get("zFinalAlpha04").asDouble(), DIGITS);
    }

    @Test
    void findsPBelowAlphaExactlyWhereTheRangeExcludesNothing() {
        var sequence = new ConfidenceSequence(.05, 1000);

        for (var z = -5.0; z <= 5; z += .01) {
            var effect = Effect.normal(z, 1);
            var range = sequence.range(effect, 700);
            assertThat(sequence.p(effect, 700) < .05).isEqualTo(range.low() > 0 || range.high() < 0);
        }
        assertThat(sequence.p(Effect.normal(0, 1), 700)).isEqualTo(1);
    }

    @Test
    void refusesASequenceThatCouldNotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ConfidenceSequence(0, 1000));
        assertThatIllegalArgumentException().isThrownBy(() -> new SequentialPlan(0).running());
    }
}
