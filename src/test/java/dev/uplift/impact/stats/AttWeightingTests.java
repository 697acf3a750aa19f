package dev.uplift.impact.stats;

import static dev.uplift.impact.stats.Vectors.DIGITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttWeightingTests {

    /** The scores of the vector: -20 of all new customers, 30 of all old ones. */
    private static final List<Cell> CELLS = Stream.of(
                    cells(true, "new", 12, 24, 4),
                    cells(false, "new", 48, 96, 16),
                    cells(true, "old", 16, 80, 64),
                    cells(false, "old", 4, 20, 16))
            .flatMap(List::stream)
            .toList();

    @Test
    void agreesWithTheVectorOfNewAndOldCustomers() {
        var expected = Vectors.of("TV12_att_weights");

        var weighting = AttWeighting.of(CELLS);

        assertThat(Adjustment.plain(CELLS).points())
                .isCloseTo(expected.get("naive").asDouble(), DIGITS);
        assertThat(weighting.effect().points())
                .isCloseTo(expected.get("attWeighted").asDouble(), DIGITS);
        assertThat(weighting.imbalanceBefore())
                .isCloseTo(expected.get("smdBefore").asDouble(), DIGITS);
        assertThat(weighting.imbalanceAfter())
                .isCloseTo(expected.get("smdAfter").asDouble(), DIGITS);
        assertThat(weighting.effective()).isCloseTo(expected.get("essControl").asDouble(), DIGITS);
        assertThat(weighting.support()).isEqualTo(1);
    }

    @Test
    void isWelchWithOneStratum() {
        var panel = Samples.panel();

        assertThat(AttWeighting.of(panel).effect().standardError())
                .isCloseTo(Adjustment.plain(panel).standardError(), DIGITS);
    }

    @Test
    void seesImbalanceOfEarlierAnswersWithinStrata() {
        var treated = 565 / 12.0 - 77 * 77 / 144.0;
        var others = 622 / 12.0 - 82 * 82 / 144.0;

        var weighting = AttWeighting.of(Samples.panel());

        assertThat(weighting.imbalanceAfter()).isCloseTo(5 / 12.0 / Math.sqrt((treated + others) / 2), DIGITS);
    }

    @Test
    void leavesOutContactedPeopleWhoHaveNoMatch() {
        var cells = new ArrayList<>(CELLS);
        cells.addAll(cells(true, "lost", 0, 0, 50));

        var weighting = AttWeighting.of(cells);

        assertThat(weighting.effect()).isEqualTo(AttWeighting.of(CELLS).effect());
        assertThat(weighting.support()).isCloseTo(200 / 250.0, DIGITS);
        assertThatIllegalArgumentException().isThrownBy(() -> AttWeighting.of(cells(true, "lost", 0, 0, 50)));
    }

    @Test
    void agreesWithTheVectorOfTheUnseen() {
        var vector = Vectors.of("TV19_other").get("evalue");
        var deviation = vector.get("sd").asDouble();

        assertThat(EValue.of(vector.get("diff").asDouble(), deviation))
                .isCloseTo(vector.get("e").asDouble(), DIGITS);
        assertThat(EValue.of(-vector.get("diff").asDouble(), deviation))
                .isCloseTo(vector.get("e").asDouble(), DIGITS);
        assertThat(EValue.of(new Interval(-30, -12), deviation))
                .isCloseTo(vector.get("e").asDouble(), DIGITS);
        assertThat(EValue.of(new Interval(-1, 25), deviation)).isEqualTo(1);
    }

    private static List<Cell> cells(boolean treated, String stratum, long d, long pa, long p) {
        return Stream.of(new long[] {-100, d}, new long[] {0, pa}, new long[] {100, p})
                .filter(row -> row[1] > 0)
                .map(row -> new Cell(treated, stratum, null, (double) row[0], row[1]))
                .toList();
    }
}
