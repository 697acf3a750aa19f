package dev.uplift.impact.stats;

import static dev.uplift.impact.stats.Vectors.DIGITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many segments, metrics and kinds of people at once. */
class SegmentsTests {

    @Test
    void agreesWithTheVectorsOfFalseDiscoveries() {
        var paper = Vectors.of("TV15_bh1995");
        var adjusted = FalseDiscovery.adjusted(Vectors.numbers(paper.get("p")));

        assertThat(adjusted).containsExactly(Vectors.numbers(paper.get("adjusted")), DIGITS);
        assertThat(Arrays.stream(adjusted).filter(p -> p <= .05).count())
                .isEqualTo(paper.get("rejectedAt05").asLong());

        var growthBook = Vectors.of("TV15_growthbook_bh");
        assertThat(FalseDiscovery.adjusted(Vectors.numbers(growthBook.get("p"))))
                .containsExactly(Vectors.numbers(growthBook.get("adjusted")), within(4e-5));
    }

    @Test
    void agreesWithTheVectorOfShrunkenSegments() {
        var vector = Vectors.of("TV18_segment_shrinkage");
        var points = Vectors.numbers(vector.get("est"));
        var errors = Vectors.numbers(vector.get("se"));

        var shrinkage = Shrinkage.of(IntStream.range(0, points.length)
                .mapToObj(i -> Effect.normal(points[i], errors[i]))
                .toList());

        assertThat(shrinkage.spread()).isCloseTo(vector.get("tau2").asDouble(), DIGITS);
        assertThat(shrinkage.mean()).isCloseTo(vector.get("mean").asDouble(), DIGITS);
        assertThat(shrinkage.points().stream().mapToDouble(p -> p).toArray())
                .containsExactly(Vectors.numbers(vector.get("shrunk")), DIGITS);
    }

    @Test
    void drawsSegmentsThatDifferByNoiseAllTheWay() {
        var shrinkage = Shrinkage.of(List.of(Effect.normal(9, 10), Effect.normal(11, 10)));

        assertThat(shrinkage.spread()).isZero();
        assertThat(shrinkage.points()).allSatisfy(points -> assertThat(points).isCloseTo(10, DIGITS));
        assertThatIllegalArgumentException().isThrownBy(() -> Shrinkage.of(List.of(Effect.normal(9, 0))));
    }

    @Test
    void agreesWithTheVectorOfTheMix() {
        var vector = Vectors.of("TV13_kitagawa");
        var first = new MixShift.Kind(new Classes(10, 40, 50), new Classes(16, 200, 184));
        var second = new MixShift.Kind(new Classes(40, 40, 20), new Classes(38, 42, 20));

        var shift = MixShift.of(List.of(first, second));

        assertThat(first.earlier().score()).isCloseTo(vector.at("/m0/0").asDouble(), DIGITS);
        assertThat(second.later().score()).isCloseTo(vector.at("/m1/1").asDouble(), DIGITS);
        assertThat(shift.within()).isCloseTo(vector.get("within").asDouble(), DIGITS);
        assertThat(shift.mix()).isCloseTo(vector.get("mix").asDouble(), DIGITS);
        assertThat(shift.within() + shift.mix()).isCloseTo(vector.get("total").asDouble(), DIGITS);
    }

    @Test
    void countsPeopleWhoAnsweredOnceOnlyAsMix() {
        var none = new Classes(0, 0, 0);
        var stayed = new MixShift.Kind(new Classes(10, 40, 50), new Classes(10, 40, 50));
        var came = new MixShift.Kind(none, new Classes(0, 0, 100));

        var shift = MixShift.of(List.of(stayed, came));

        assertThat(shift.within()).isCloseTo(0, DIGITS);
        assertThat(shift.mix()).isCloseTo(30, DIGITS);
        assertThatIllegalArgumentException().isThrownBy(() -> MixShift.of(List.of(came)));
    }
}
