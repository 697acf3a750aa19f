package dev.uplift.impact.stats;

import static dev.uplift.impact.stats.Vectors.DIGITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegressionToMeanTests {

    private static final Classes USUAL = new Classes(20, 35, 45);

    @Test
    void agreesWithTheVectorsOfBarnett() {
        for (var vector : Vectors.of("TV7_barnett")) {
            assertThat(RegressionToMean.ofMetric(
                            vector.get("mu").asDouble(),
                            vector.get("sigma").asDouble(),
                            vector.get("cutBelow").asDouble(),
                            vector.get("icc").asDouble()))
                    .isCloseTo(vector.get("rtm").asDouble(), DIGITS);
        }
    }

    @ParameterizedTest
    @CsvSource({".5, .56, 74", ".6, .50, 63", ".7, .44, 51", ".8, .35, 39", ".9, .25, 25", ".95, .18, 18"})
    void foretellsHowManyDetractorsLeaveByThemselves(double correlation, double leaving, double change) {
        var recovery = RegressionToMean.ofDetractors(USUAL, correlation);

        assertThat(recovery.leaving()).isCloseTo(leaving, within(.005));
        assertThat(recovery.change()).isCloseTo(change, within(.5));
    }

    @Test
    void expectsEverybodysAnswersOfThoseWhoseEarlierOnesSayNothing() {
        var recovery = RegressionToMean.ofDetractors(USUAL, 0);

        assertThat(recovery.leaving()).isCloseTo(.8, DIGITS);
        assertThat(recovery.change()).isCloseTo(125, DIGITS);
    }

    @Test
    void expectsAlmostNoChangeOfAlmostEverybodyAndOfTheSteadfast() {
        assertThat(RegressionToMean.ofLowest(USUAL, .999, .6).change()).isBetween(0.0, .3);
        assertThat(RegressionToMean.ofDetractors(USUAL, .9999).change()).isBetween(0.0, 1.5);
    }

    @Test
    void expectsLessOfThoseWhoWerePickedLessStrictly() {
        var detractors = RegressionToMean.ofDetractors(USUAL, .7);
        var alsoPassives = RegressionToMean.ofLowest(USUAL, .55, .7);
        var worstDetractors = RegressionToMean.ofLowest(USUAL, .1, .7);

        assertThat(alsoPassives.change()).isLessThan(detractors.change());
        assertThat(alsoPassives.leaving()).isCloseTo(detractors.leaving(), DIGITS);
        assertThat(worstDetractors.leaving()).isLessThan(detractors.leaving());
    }

    @Test
    void refusesWhereNobodyIsPicked() {
        assertThatIllegalArgumentException().isThrownBy(() -> RegressionToMean.ofDetractors(new Classes(0, 5, 5), .7));
        assertThatIllegalArgumentException().isThrownBy(() -> RegressionToMean.ofDetractors(USUAL, 1));
    }
}
