package dev.uplift.impact.stats;

import static dev.uplift.impact.stats.Vectors.DIGITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WeightingTests {

    private static final JsonNode EXPECTED = Vectors.of("TV11_ipw");
    private static final List<ResponseCell> CELLS =
            List.of(cell(true, "A"), cell(true, "B"), cell(false, "A"), cell(false, "B"));

    @Test
    void agreesWithTheVectorOfNonResponse() {
        var effect = Weighting.of(CELLS).effect();
        var naive = Effect.wald(answers(true), answers(false));
        var response =
                Balance.ofRates(answers(true).answered(), 1000, answers(false).answered(), 1000);

        assertThat(effect.points()).isCloseTo(EXPECTED.get("weightedDiff").asDouble(), DIGITS);
        assertThat(Weighting.asymptotic(CELLS).points()).isEqualTo(effect.points());
        assertThat(Weighting.asymptotic(CELLS).standardError())
                .isCloseTo(EXPECTED.get("seDiffPostStrat").asDouble(), DIGITS);
        assertThat(naive.points()).isCloseTo(EXPECTED.get("naiveDiff").asDouble(), DIGITS);
        assertThat(naive.standardError()).isCloseTo(EXPECTED.get("naiveSe").asDouble(), DIGITS);
        assertThat(naive.p()).isCloseTo(EXPECTED.get("naiveP").asDouble(), DIGITS);
        assertThat(response.statistic())
                .isCloseTo(EXPECTED.get("responseRateZ").asDouble(), org.assertj.core.api.Assertions.within(5e-5));
        assertThat(response.p()).isCloseTo(EXPECTED.get("responseRateP").asDouble(), DIGITS);
    }

    @Test
    void saysHowManyEqualAnswersWouldTellAsMuch() {
        var weighting = Weighting.of(CELLS);

        assertThat(weighting.treatedEffective()).isCloseTo(1000.0 * 1000 / (300 * 4 + 40 * 100), DIGITS);
        assertThat(weighting.holdOutEffective()).isCloseTo(1000.0 * 1000 / (180 * 100 / 9.0 + 80 * 25), DIGITS);
    }

    @Test
    void turnsItsSignWhenTheArmsChangePlaces() {
        var swapped = changed(CELLS, c -> new ResponseCell(!c.treated(), c.name(), c.invited(), c.answers()));
        var lopsided = List.of(cell(true, "A"), cell(true, "B", 20, 8, 8), cell(false, "A"), cell(false, "B"));

        assertThat(Weighting.of(swapped).effect().points()).isCloseTo(0, DIGITS);
        assertThat(Weighting.of(changed(
                                lopsided, c -> new ResponseCell(!c.treated(), c.name(), c.invited(), c.answers())))
                        .effect()
                        .points())
                .isCloseTo(-Weighting.of(lopsided).effect().points(), DIGITS)
                .isNotCloseTo(0, DIGITS);
    }

    @Test
    void caresForTheProportionsOfWeightsOnly() {
        var tenfold = changed(CELLS, c -> new ResponseCell(c.treated(), c.name(), 10 * c.invited(), c.answers()));

        assertThat(Weighting.of(tenfold).effect().standardError())
                .isCloseTo(Weighting.of(CELLS).effect().standardError(), DIGITS);
        assertThat(Weighting.of(tenfold).treatedEffective())
                .isCloseTo(Weighting.of(CELLS).treatedEffective(), DIGITS);
    }

    @Test
    void isLessSureOfAFewWhoAgree() {
        var agreed = List.of(
                cell(true, "A"),
                new ResponseCell(true, "B", 400, new Classes(0, 0, 5)),
                cell(false, "A"),
                cell(false, "B"));

        assertThat(Weighting.of(agreed).effect().standardError())
                .isGreaterThan(Weighting.asymptotic(agreed).standardError());
        assertThat(Weighting.of(agreed).effect().degreesOfFreedom()).isLessThan(250);
    }

    @Test
    void isThePlainDifferenceWithOneClass() {
        var one = changed(CELLS, c -> new ResponseCell(c.treated(), "all", c.invited(), c.answers()));

        var weighting = Weighting.of(one);

        assertThat(weighting.effect().points())
                .isCloseTo(EXPECTED.get("naiveDiff").asDouble(), DIGITS);
        assertThat(weighting.treatedEffective()).isCloseTo(340, DIGITS);
    }

    @Test
    void mergesSmallClassesWithTheOneThatAnswersAlikeOften() {
        var cells = new ArrayList<>(CELLS);
        cells.add(new ResponseCell(true, "C", 20, new Classes(3, 3, 3)));
        cells.add(new ResponseCell(false, "C", 20, new Classes(1, 0, 1)));
        var merged = new ArrayList<>(List.of(cell(true, "B"), cell(false, "B")));
        merged.add(new ResponseCell(true, "A", 620, new Classes(48, 93, 168)));
        merged.add(new ResponseCell(false, "A", 620, new Classes(28, 54, 100)));

        assertThat(Weighting.of(cells)).isEqualTo(Weighting.of(merged));
        assertThat(Weighting.of(cells).classes()).isEqualTo(2);
    }

    @Test
    void doesNotCareForTheOrderOfCells() {
        var cells = new ArrayList<>(CELLS);
        for (var name : List.of("C", "D", "E")) {
            cells.add(new ResponseCell(true, name, 30, new Classes(0, 1, 1)));
            cells.add(new ResponseCell(false, name, 30, new Classes(1, 0, 1)));
        }
        var expected = Weighting.of(cells);

        for (var seed = 0; seed < 20; seed++) {
            Collections.shuffle(cells, new Random(seed));
            assertThat(Weighting.of(cells)).isEqualTo(expected);
        }
    }

    @Test
    void cutsWeightsAtFiveTimesTheMedian() {
        var seldom = List.of(
                new ResponseCell(true, "often", 1000, new Classes(0, 0, 500)),
                new ResponseCell(true, "seldom", 1000, new Classes(10, 0, 0)),
                new ResponseCell(false, "often", 1000, new Classes(0, 0, 500)),
                new ResponseCell(false, "seldom", 1000, new Classes(500, 0, 0)));

        // The treated: 500 answers of weight 4 against ten of weight 20, which would be 200 uncut.
        assertThat(Weighting.of(seldom).effect().points()).isCloseTo(100.0 * (2000 - 200) / 2200, DIGITS);
    }

    @Test
    void refusesArmsWithoutAnswers() {
        var silent = changed(
                CELLS,
                c -> new ResponseCell(
                        c.treated(), c.name(), c.invited(), c.treated() ? c.answers() : new Classes(0, 0, 0)));

        assertThatIllegalArgumentException().isThrownBy(() -> Weighting.of(silent));
        assertThatIllegalArgumentException().isThrownBy(() -> new ResponseCell(true, "A", 2, new Classes(1, 1, 1)));
    }

    private static List<ResponseCell> changed(
            List<ResponseCell> cells, java.util.function.UnaryOperator<ResponseCell> change) {
        return cells.stream().map(change).toList();
    }

    private static Classes answers(boolean treated) {
        return cell(treated, "A").answers().plus(cell(treated, "B").answers());
    }

    private static ResponseCell cell(boolean treated, String name) {
        var answers = Vectors.classes(EXPECTED.get(treated ? "T" : "C").get(name));
        return new ResponseCell(treated, name, EXPECTED.get("invited").get(name).asLong(), answers);
    }

    private static ResponseCell cell(boolean treated, String name, long d, long pa, long p) {
        return new ResponseCell(treated, name, EXPECTED.get("invited").get(name).asLong(), new Classes(d, pa, p));
    }
}
