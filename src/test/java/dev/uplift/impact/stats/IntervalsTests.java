package dev.uplift.impact.stats;

import static dev.uplift.impact.stats.Vectors.DIGITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class IntervalsTests {

    /** A score without variance. */
    private static final Classes EXACT = new Classes(0, 1, 0);

    @ParameterizedTest
    @CsvSource({
        "1, 2, 3, 33.3333, -26.7433, 71.1877, -31.1074, 75.3957",
        "2, 0, 9, 63.6364, 8.0008, 91.9992, 4.6039, 89.7265",
        "10, 30, 60, 50, 35.4666, 61.6208, 35.5692, 61.8762",
        "0, 0, 5, 100, 17.4915, 107.5085, 13.1035, 100",
        "0, 5, 0, 0, -30.0057, 30.0057, -43.4482, 43.4482",
        "36, 40, 24, -12, -26.4026, 3.1017, -26.6063, 3.2095"
    })
    void agreesWithPublishedAndRecomputedValues(
            long d, long pa, long p, double score, double adjLow, double adjHigh, double low, double high) {
        var classes = new Classes(d, pa, p);

        assertThat(classes.score()).isCloseTo(score, within(5e-5));
        assertThat(Intervals.adjustedWald(classes)).satisfies(near(adjLow, adjHigh));
        assertThat(Intervals.score(classes)).satisfies(near(low, high));
    }

    @Test
    void agreesWithEveryVectorOfOneScore() {
        for (var vector : Vectors.of("TV1_single_nps_95")) {
            var classes = new Classes(
                    vector.get("detractors").asLong(),
                    vector.get("passives").asLong(),
                    vector.get("promoters").asLong());

            assertThat(classes.score()).isCloseTo(vector.get("nps").asDouble(), DIGITS);
            assertThat(classes.variance()).isCloseTo(vector.get("varPerPerson").asDouble(), DIGITS);
            assertThat(Effect.wald(classes, EXACT).standardError())
                    .isCloseTo(vector.get("se").asDouble(), DIGITS);
            assertThat(100 * Codes.adjusted(classes).mean())
                    .isCloseTo(vector.get("adjNps").asDouble(), DIGITS);
            assertThat(100 * Math.sqrt(Codes.adjusted(classes).variationOfMean()))
                    .isCloseTo(vector.get("adjSe").asDouble(), DIGITS);
            same(Intervals.wald(classes), vector.get("wald"));
            same(Intervals.adjustedWald(classes), vector.get("adjWaldUnclipped"));
            same(Intervals.score(classes), vector.get("score"));
        }
    }

    @Test
    void showsScoreIntervalForFewAnswersAndForOneClassOnly() {
        assertThat(new Classes(1, 2, 3).range()).isEqualTo(Intervals.score(new Classes(1, 2, 3)));
        assertThat(new Classes(0, 0, 80).range()).isEqualTo(Intervals.score(new Classes(0, 0, 80)));
        assertThat(new Classes(10, 30, 60).range()).isEqualTo(Intervals.adjustedWald(new Classes(10, 30, 60)));
    }

    @Test
    void cutsRangesAtTheEndsOfTheScaleForDisplay() {
        assertThat(new Interval(17, 107).clipped(100)).isEqualTo(new Interval(17, 100));
        assertThat(new Interval(-107, -17).clipped(100)).isEqualTo(new Interval(-100, -17));
    }

    @Test
    void mirrorsWhenPromotersAndDetractorsChangePlaces() {
        for (var d = 0; d < 12; d += 3) {
            for (var p = 1; p < 12; p += 2) {
                var one = Intervals.score(new Classes(d, 4, p));
                var other = Intervals.score(new Classes(p, 4, d));

                assertThat(one.low()).isCloseTo(-other.high(), DIGITS);
                assertThat(one.high()).isCloseTo(-other.low(), DIGITS);
            }
        }
    }

    private static java.util.function.Consumer<Interval> near(double low, double high) {
        return range -> {
            assertThat(range.low()).isCloseTo(low, within(5e-5));
            assertThat(range.high()).isCloseTo(high, within(5e-5));
        };
    }

    static void same(Interval range, JsonNode expected) {
        assertThat(range.low()).isCloseTo(expected.get(0).asDouble(), DIGITS);
        assertThat(range.high()).isCloseTo(expected.get(1).asDouble(), DIGITS);
    }
}
