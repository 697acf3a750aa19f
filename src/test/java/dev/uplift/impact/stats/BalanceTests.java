package dev.uplift.impact.stats;

import static dev.uplift.impact.stats.Vectors.DIGITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BalanceTests {

    @Test
    void tellsABrokenLotFromAnUnevenOne() {
        assertThat(Balance.ofLot(8950, 1050, .1).p()).isCloseTo(.095581, within(5e-7));
        assertThat(Balance.ofLot(8900, 1100, .1).p()).isCloseTo(.000858, within(5e-7));
    }

    @Test
    void agreesWithEveryVectorOfTheLot() {
        for (var vector : Vectors.of("TV16_srm")) {
            var lot = Balance.ofLot(
                    vector.get("observed").get(0).asLong(),
                    vector.get("observed").get(1).asLong(),
                    vector.get("weights").get(1).asDouble());

            assertThat(lot.statistic()).isCloseTo(vector.get("chi2").asDouble(), DIGITS);
            assertThat(lot.p()).isCloseTo(vector.get("p").asDouble(), DIGITS);
        }
    }

    @Test
    void seesDifferentResponseRates() {
        var response = Balance.ofRates(340, 1000, 260, 1000);

        assertThat(response.statistic()).isCloseTo(3.9036, within(5e-5));
        assertThat(response.p()).isCloseTo(9.5e-5, within(5e-7));
    }

    @Test
    void findsNothingWrongWhereThereIsNothing() {
        assertThat(Balance.ofLot(0, 0, .2).p()).isEqualTo(1);
        assertThat(Balance.ofLot(100, 0, 0).p()).isEqualTo(1);
        assertThat(Balance.ofLot(100, 3, 0).p()).isZero();
        assertThat(Balance.ofRates(0, 0, 3, 10).p()).isEqualTo(1);
        assertThat(Balance.ofRates(10, 10, 10, 10).p()).isEqualTo(1);
    }

    @Test
    void boundsAnEffectByWhoDidNotAnswer() {
        var treated = new Classes(69, 98, 173);
        var holdOut = new Classes(75, 70, 115);

        var bounds = Bounds.lee(treated, .34, holdOut, .26);

        assertThat(bounds.low()).isCloseTo(-6.153846, DIGITS);
        assertThat(bounds.high()).isCloseTo(51.153846, DIGITS);
    }

    @Test
    void mirrorsTheBoundsWhenTheHoldOutAnswersMore() {
        var often = new Classes(69, 98, 173);
        var seldom = new Classes(75, 70, 115);

        var bounds = Bounds.lee(seldom, .26, often, .34);

        assertThat(bounds.low()).isCloseTo(-51.153846, DIGITS);
        assertThat(bounds.high()).isCloseTo(6.153846, DIGITS);
    }

    @Test
    void boundsTheWorstCaseTooWideToDecide() {
        var treated = new Classes(69, 98, 173);
        var holdOut = new Classes(75, 70, 115);

        assertThat(Bounds.worstCase(treated, 1000)).isEqualTo(new Interval(-55.6, 76.4));
        assertThat(Bounds.worstCase(holdOut, 1000)).isEqualTo(new Interval(-70, 78));
        assertThat(Bounds.worstCase(treated, 1000, holdOut, 1000).low()).isCloseTo(-133.6, DIGITS);
        assertThat(Bounds.worstCase(treated, 1000, holdOut, 1000).high()).isCloseTo(146.4, DIGITS);
        assertThatIllegalArgumentException().isThrownBy(() -> Bounds.worstCase(treated, 300));
    }
}
