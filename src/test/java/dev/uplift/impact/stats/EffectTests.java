package dev.uplift.impact.stats;

import static dev.uplift.impact.stats.Vectors.DIGITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EffectTests {

    private static final Classes TREATED = new Classes(30, 70, 100);
    private static final Classes HOLD_OUT = new Classes(50, 80, 70);

    @Test
    void agreesWithRecomputedValues() {
        var adjusted = Effect.adjusted(TREATED, HOLD_OUT);
        var welch = Effect.welch(TREATED, HOLD_OUT);

        assertThat(adjusted.points()).isCloseTo(24.630542, DIGITS);
        assertThat(adjusted.range().low()).isCloseTo(10.087298, DIGITS);
        assertThat(adjusted.range().high()).isCloseTo(39.173786, DIGITS);
        assertThat(adjusted.p()).isCloseTo(.000902, within(5e-7));
        assertThat(welch.range().low()).isCloseTo(10.267646, DIGITS);
        assertThat(Effect.degreesOfFreedom(TREATED, HOLD_OUT)).isCloseTo(396.758943, DIGITS);
    }

    @Test
    void agreesWithEveryVectorOfTwoScores() {
        for (var vector : Vectors.of("TV2_two_independent")) {
            var treated = Vectors.classes(vector.get("treated"));
            var holdOut = Vectors.classes(vector.get("control"));

            same(Effect.wald(treated, holdOut), vector.get("wald"));
            same(Effect.adjusted(treated, holdOut), vector.get("adjWald"));
            same(Effect.welch(treated, holdOut), vector.get("welch"));
            assertThat(Effect.degreesOfFreedom(treated, holdOut))
                    .isCloseTo(vector.get("welch").get("df").asDouble(), DIGITS);
        }
    }

    @Test
    void turnsItsSignWhenTheGroupsChangePlaces() {
        var there = Effect.adjusted(TREATED, HOLD_OUT);
        var back = Effect.adjusted(HOLD_OUT, TREATED);

        assertThat(back.points()).isEqualTo(-there.points());
        assertThat(back.range().low()).isCloseTo(-there.range().high(), DIGITS);
        assertThat(back.p()).isEqualTo(there.p());
    }

    @Test
    void seesNoEffectInRandomisedGroupsThatOnlyRegressedToTheMean() {
        var half = new Classes(530, 390, 380);

        var effect = Effect.wald(half, half);

        assertThat(effect.points()).isZero();
        assertThat(effect.standardError()).isCloseTo(3.250293, DIGITS);
    }

    private static void same(Effect effect, tools.jackson.databind.JsonNode expected) {
        assertThat(effect.points()).isCloseTo(expected.get("diff").asDouble(), DIGITS);
        assertThat(effect.standardError()).isCloseTo(expected.get("se").asDouble(), DIGITS);
        assertThat(effect.p()).isCloseTo(expected.get("p").asDouble(), DIGITS);
        IntervalsTests.same(effect.range(), expected.get("ci"));
    }
}
