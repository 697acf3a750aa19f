package dev.uplift.impact.stats;

import static dev.uplift.impact.stats.Samples.cell;
import static dev.uplift.impact.stats.Vectors.DIGITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AdjustmentTests {

    private static final List<Cell> PANEL = Samples.panel();
    private static final List<Cell> COMPANY = Samples.company(20251122, 700);
    private static final JsonNode EXPECTED = Vectors.of("TV8_panel");

    @Test
    void agreesWithTheVectorOfThePanel() {
        same(Adjustment.plain(PANEL), EXPECTED.get("postDiff"), "est", "se");
        assertThat(Adjustment.theta(PANEL))
                .isCloseTo(EXPECTED.at("/cuped/theta").asDouble(), DIGITS);
        same(Adjustment.cuped(PANEL).effect(), EXPECTED.get("cuped"), "est", "se");
        same(Adjustment.ancova(PANEL).effect(), EXPECTED.get("ancova"), "bGroup", "seHC2");
        same(Adjustment.lin(PANEL).effect(), EXPECTED.get("lin"), "bGroup", "seHC2");
    }

    @Test
    void knowsEveryErrorOfTheRegression() {
        var ancova = new Regression(PANEL, new Design(PANEL, false));

        assertThat(ancova.coefficient(2)).isCloseTo(EXPECTED.at("/ancova/bPre").asDouble(), DIGITS);
        assertThat(ancova.standardError(Regression.Errors.CLASSIC))
                .isCloseTo(EXPECTED.at("/ancova/seClassic").asDouble(), DIGITS);
        assertThat(ancova.standardError(Regression.Errors.HC3))
                .isCloseTo(EXPECTED.at("/ancova/seHC3").asDouble(), DIGITS);
        assertThat(ancova.residualDegrees()).isEqualTo(21);
    }

    @Test
    void knowsThetaOfGrowthBook() {
        var cells = new ArrayList<Cell>();
        for (var arm : List.of(true, false)) {
            cells.add(cell(arm, "", .3, 2));
            cells.add(cell(arm, "", .5, 1));
            cells.add(cell(arm, "", .9, 5));
            cells.add(cell(arm, "", 22.0, 3));
        }

        assertThat(Adjustment.theta(cells)).isCloseTo(.01864, within(5e-6));
    }

    @Test
    void takesThreeQuartersOfTheVarianceOutOfThePanel() {
        assertThat(Adjustment.cuped(PANEL).varianceRemoved()).isCloseTo(.725, within(5e-4));
        assertThat(Adjustment.lin(COMPANY).varianceRemoved()).isBetween(.2, .9);
    }

    @Test
    void isThePlainDifferenceWhereNothingEarlierIsKnown() {
        var unknown = COMPANY.stream()
                .map(c -> new Cell(c.treated(), "all", null, c.outcome(), 1))
                .toList();
        var plain = Adjustment.plain(unknown);

        for (var adjusted : List.of(Adjustment.lin(unknown), Adjustment.cuped(unknown), Adjustment.ancova(unknown))) {
            assertThat(adjusted.effect().points()).isCloseTo(plain.points(), DIGITS);
            assertThat(adjusted.effect().standardError()).isCloseTo(plain.standardError(), DIGITS);
            assertThat(adjusted.varianceRemoved()).isCloseTo(0, DIGITS);
        }
        assertThat(Adjustment.lin(unknown).effect().degreesOfFreedom())
                .isCloseTo(plain.degreesOfFreedom(), within(1e-6));
    }

    @Test
    void worksWhereOneArmOrBothHaveNoVariance() {
        var one = changed(PANEL, c -> c.treated() ? c.withOutcome(100) : c);
        var both = changed(PANEL, c -> c.withOutcome(c.treated() ? 100 : 0));

        assertThat(Adjustment.lin(one).effect().standardError()).isPositive();
        assertThat(Adjustment.lin(one).effect().degreesOfFreedom()).isBetween(1.0, 22.0);
        assertThat(Adjustment.lin(both)).isEqualTo(new Adjustment(new Effect(100, 0, 22), 0));
        assertThat(Adjustment.lin(both).effect().p()).isZero();
        assertThat(Adjustment.lin(changed(both, c -> c.withOutcome(0))).effect().p())
                .isEqualTo(1);
    }

    @Test
    void leavesOutWhatFollowsFromOtherColumns() {
        var byAnswer = changed(
                PANEL.stream().flatMap(c -> Collections.nCopies(8, c).stream()).toList(),
                c -> new Cell(c.treated(), "earlier " + c.earlier(), c.earlier(), c.outcome(), 1));
        var constant = changed(PANEL, c -> new Cell(c.treated(), "", 7.0, c.outcome(), 1));

        assertThat(Adjustment.lin(byAnswer).effect().standardError())
                .isPositive()
                .isFinite();
        assertThat(Adjustment.lin(constant).effect().points()).isCloseTo(33.333333, DIGITS);
    }

    @Test
    void lendsSmallStrataTheCommonIntercept() {
        var lonely = new ArrayList<>(COMPANY);
        lonely.add(cell(true, "alone", 9.0, 100));

        assertThat(Adjustment.lin(lonely).effect().points())
                .isCloseTo(Adjustment.lin(COMPANY).effect().points(), within(1.0));
    }

    @Test
    void refusesToCompareWithNobody() {
        var onlyTreated = COMPANY.stream().filter(Cell::treated).toList();

        assertThatIllegalArgumentException().isThrownBy(() -> Adjustment.lin(onlyTreated));
    }

    @Test
    void turnsItsSignWhenTheArmsChangePlaces() {
        var swapped = changed(COMPANY, c -> new Cell(!c.treated(), c.stratum(), c.earlier(), c.outcome(), c.count()));
        var there = Adjustment.lin(COMPANY).effect();
        var back = Adjustment.lin(swapped).effect();

        alike(new Effect(-back.points(), back.standardError(), back.degreesOfFreedom()), there);
    }

    @Test
    void doesNotCareForTheOrderOfCells() {
        var shuffled = new ArrayList<>(COMPANY);
        Collections.shuffle(shuffled, new Random(7));

        alike(Adjustment.lin(shuffled).effect(), Adjustment.lin(COMPANY).effect());
    }

    @Test
    void doesNotCareHowPeopleAreGatheredIntoCells() {
        var gathered = Samples.gathered(COMPANY);

        assertThat(gathered).hasSizeLessThan(COMPANY.size() / 3);
        alike(Adjustment.lin(gathered).effect(), Adjustment.lin(COMPANY).effect());
        alike(Adjustment.cuped(gathered).effect(), Adjustment.cuped(COMPANY).effect());
        alike(Adjustment.ancova(gathered).effect(), Adjustment.ancova(COMPANY).effect());
    }

    @Test
    void doesNotCareFromWhereEarlierAnswersAreCounted() {
        var moved = changed(
                COMPANY,
                c -> new Cell(
                        c.treated(),
                        c.stratum(),
                        c.earlier() == null ? null : 3 * c.earlier() + 1000,
                        c.outcome(),
                        c.count()));

        alike(Adjustment.lin(moved).effect(), Adjustment.lin(COMPANY).effect());
    }

    private static List<Cell> changed(List<Cell> cells, UnaryOperator<Cell> change) {
        return cells.stream().map(change).toList();
    }

    private static void alike(Effect actual, Effect expected) {
        assertThat(actual.points()).isCloseTo(expected.points(), DIGITS);
        assertThat(actual.standardError()).isCloseTo(expected.standardError(), DIGITS);
        assertThat(actual.degreesOfFreedom()).isCloseTo(expected.degreesOfFreedom(), within(1e-4));
    }

    private static void same(Effect effect, JsonNode expected, String points, String error) {
        assertThat(effect.points()).isCloseTo(expected.get(points).asDouble(), DIGITS);
        assertThat(effect.standardError()).isCloseTo(expected.get(error).asDouble(), DIGITS);
    }
}
