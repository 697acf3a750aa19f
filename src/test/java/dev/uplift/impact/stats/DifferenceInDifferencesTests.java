package dev.uplift.impact.stats;

import static dev.uplift.impact.stats.Vectors.DIGITS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DifferenceInDifferencesTests {

    @Test
    void agreesWithTheVectorOfThePanel() {
        var panel = Vectors.of("TV8_panel");
        var expected = panel.get("did");
        var treated = changes(panel, "T");
        var others = changes(panel, "C");

        var effect = DifferenceInDifferences.panel(treated, others);

        assertThat(treated.mean()).isCloseTo(panel.get("naiveTreatedChange").asDouble(), DIGITS);
        assertThat(effect.points()).isCloseTo(expected.get("est").asDouble(), DIGITS);
        assertThat(effect.standardError()).isCloseTo(expected.get("seWelch").asDouble(), DIGITS);
        assertThat(DifferenceInDifferences.sandwich(treated, others).standardError())
                .isCloseTo(expected.get("seClusterCR0").asDouble(), DIGITS);
        assertThat(DifferenceInDifferences.correctedSandwich(treated, others).standardError())
                .isCloseTo(expected.get("seClusterCR1").asDouble(), DIGITS);
    }

    @Test
    void agreesWithTheVectorOfDifferentPeople() {
        var vector = Vectors.of("TV10_did_cross_section");

        var effect = DifferenceInDifferences.crossSections(
                Vectors.classes(vector.get("Tpre")),
                Vectors.classes(vector.get("Tpost")),
                Vectors.classes(vector.get("Cpre")),
                Vectors.classes(vector.get("Cpost")));

        assertThat(effect.points()).isCloseTo(vector.get("est").asDouble(), DIGITS);
        assertThat(effect.standardError()).isCloseTo(vector.get("se").asDouble(), DIGITS);
        assertThat(effect.p()).isCloseTo(vector.get("p").asDouble(), DIGITS);
        IntervalsTests.same(effect.range(), vector.get("ci"));
    }

    @Test
    void isFooledByGroupsPickedByTheirScoreAsTheLotIsNot() {
        var vector = Vectors.of("TV6_regression_to_mean");
        var rows = vector.get("rowsPre_colsPost");
        var detractors = Vectors.classes(rows.get(0));
        var others = Vectors.classes(rows.get(1)).plus(Vectors.classes(rows.get(2)));
        var before = new Classes(detractors.answered(), 0, 0);
        var othersBefore = new Classes(
                0,
                Vectors.classes(rows.get(1)).answered(),
                Vectors.classes(rows.get(2)).answered());

        var fooled = DifferenceInDifferences.crossSections(before, detractors, othersBefore, others);
        var byLot =
                Effect.wald(Vectors.classes(vector.at("/randomised/T")), Vectors.classes(vector.at("/randomised/C")));

        assertThat(before.plus(othersBefore).score())
                .isCloseTo(vector.get("npsPre").asDouble(), DIGITS);
        assertThat(detractors.plus(others).score())
                .isCloseTo(vector.get("npsPost").asDouble(), DIGITS);
        assertThat(detractors.score()).isCloseTo(vector.get("detractorsPostNps").asDouble(), DIGITS);
        assertThat(detractors.score() - before.score())
                .isCloseTo(vector.get("naiveBeforeAfterDetractors").asDouble(), DIGITS);
        assertThat(fooled.points()).isCloseTo(vector.get("didVsNonDetractors").asDouble(), DIGITS);
        assertThat(1 - (double) detractors.detractors() / detractors.answered())
                .isCloseTo(vector.get("leftDetractorClass").asDouble(), DIGITS);
        assertThat((double) detractors.promoters() / detractors.answered())
                .isCloseTo(vector.get("becamePromoters").asDouble(), DIGITS);
        assertThat(byLot.points()).isEqualTo(vector.at("/randomised/diff").asDouble());
        assertThat(byLot.standardError()).isCloseTo(vector.at("/randomised/se").asDouble(), DIGITS);
    }

    private static Moments changes(JsonNode panel, String arm) {
        var before = Vectors.numbers(panel.get(arm + "pre"));
        var after = Vectors.numbers(panel.get(arm + "post"));
        return Moments.of(IntStream.range(0, before.length)
                .mapToDouble(i -> Vectors.points(after[i]) - Vectors.points(before[i]))
                .toArray());
    }
}
