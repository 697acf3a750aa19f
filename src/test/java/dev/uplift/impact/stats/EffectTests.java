package dev.uplift.impact.stats;

import static dev.uplift.impact.stats.Vectors.DIGITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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
        assertThat(welch.degreesOfFreedom()).isCloseTo(396.758943, DIGITS);
    }

    @Test
    void agreesWithEveryVectorOfTwoScores() {
        for (var vector : Vectors.of("TV2_two_independent")) {
            var treated = Vectors.classes(vector.get("treated"));
            var holdOut = Vectors.classes(vector.get("control"));

            same(Effect.wald(treated, holdOut), vector.get("wald"));
            same(Effect.adjusted(treated, holdOut), vector.get("adjWald"));
            same(Effect.welch(treated, holdOut), vector.get("welch"));
            assertThat(Effect.welch(treated, holdOut).degreesOfFreedom())
                    .isCloseTo(vector.get("welch").get("df").asDouble(), DIGITS);
        }
    }

    @Test
    void extendsALineThroughTwoScoresAndGrowsLessSureOnTheWay() {
        var earlier = Effect.extended(TREATED, HOLD_OUT, 0);
        var later = Effect.extended(HOLD_OUT, TREATED, 0);
        var ahead = Effect.extended(HOLD_OUT, TREATED, 1);

        assertThat(later.range().low()).isCloseTo(TREATED.range().low(), DIGITS);
        assertThat(later.range().high()).isCloseTo(TREATED.range().high(), DIGITS);
        assertThat(ahead.points()).isCloseTo(later.points() + 24.630542, DIGITS);
        assertThat(ahead.standardError())
                .isCloseTo(Math.hypot(2 * later.standardError(), earlier.standardError()), DIGITS);
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

    @Test
    void agreesWithTheVectorOfPairs() {
        var vector = Vectors.of("TV3_paired");
        var rows = vector.get("rowsPre_colsPost_D_Pa_P");
        var counts = new long[3][3];
        for (var row = 0; row < 3; row++) {
            for (var column = 0; column < 3; column++) {
                counts[row][column] = rows.get(row).get(column).asLong();
            }
        }

        var paired = Effect.paired(counts);

        assertThat(paired.points()).isCloseTo(vector.get("diff").asDouble(), DIGITS);
        assertThat(paired.standardError()).isCloseTo(vector.get("seT").asDouble(), DIGITS);
        assertThat(paired.points() / paired.standardError())
                .isCloseTo(vector.get("t").asDouble(), DIGITS);
        assertThat(paired.p()).isCloseTo(vector.get("p").asDouble(), DIGITS);
        IntervalsTests.same(paired.range(), vector.get("ciT"));
    }

    @Test
    void agreesWithGrowthBookOnMomentsOfAnyMetric() {
        var effect = Effect.welch(Moments.ofSums(3461, 2422.7, 134698.29), Moments.ofSums(3407, 1396.87, 52377.9767));

        assertThat(effect.points()).isCloseTo(.29, within(5e-6));
        assertThat(effect.standardError()).isCloseTo(.12478, within(5e-6));
        assertThat(effect.range().low()).isCloseTo(.04538, within(5e-6));
        assertThat(effect.range().high()).isCloseTo(.53462, within(5e-6));
        assertThat(effect.p()).isCloseTo(.02016, within(5e-6));
    }

    @Test
    void agreesWithTheVectorOfThoseReached() {
        var vector = Vectors.of("TV19_other").get("cace");
        var byLot = Effect.normal(vector.get("itt").asDouble(), vector.get("se").asDouble());

        var reached = byLot.onReached(vector.get("contactRate").asDouble(), 0);

        assertThat(reached.points()).isCloseTo(vector.get("cace").asDouble(), DIGITS);
        assertThat(reached.standardError()).isCloseTo(vector.get("caceSe").asDouble(), DIGITS);
        assertThat(reached.p()).isCloseTo(byLot.p(), DIGITS);
        assertThatIllegalArgumentException().isThrownBy(() -> byLot.onReached(.2, .2));
    }

    @Test
    void widensTheRangeAsAlphaShrinks() {
        var effect = new Effect(5, 2, 12);

        assertThat(effect.range(.01).low()).isLessThan(effect.range(.05).low());
        assertThat(effect.range(effect.p()).low()).isCloseTo(0, DIGITS);
    }

    @Test
    void comparesTwoEffects() {
        var interaction = new Effect(8, 3, 20).minus(Effect.normal(3, 4));

        assertThat(interaction.points()).isEqualTo(5);
        assertThat(interaction.standardError()).isEqualTo(5);
        assertThat(interaction.degreesOfFreedom()).isCloseTo(625 / (81 / 20.0), DIGITS);
        assertThat(Effect.normal(8, 3).minus(Effect.normal(3, 4)).degreesOfFreedom())
                .isInfinite();
    }

    @Test
    void isSureOfADifferenceWithoutAnyVariance() {
        var best = new Classes(0, 0, 40);

        assertThat(Effect.welch(best, best).p()).isEqualTo(1);
        assertThat(Effect.welch(best, new Classes(40, 0, 0)).p()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> Effect.welch(best, new Classes(0, 0, 1)));
    }

    private static void same(Effect effect, tools.jackson.databind.JsonNode expected) {
        assertThat(effect.points()).isCloseTo(expected.get("diff").asDouble(), DIGITS);
        assertThat(effect.standardError()).isCloseTo(expected.get("se").asDouble(), DIGITS);
        assertThat(effect.points() / effect.standardError())
                .isCloseTo(expected.get(expected.has("z") ? "z" : "t").asDouble(), DIGITS);
        assertThat(effect.p()).isCloseTo(expected.get("p").asDouble(), DIGITS);
        IntervalsTests.same(effect.range(), expected.get("ci"));
    }
}
