package dev.uplift.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.uplift.platform.InvalidInput;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatorTests {

    @Test
    void seldomFindsAnEffectWhereNoneIsThoughTheScoresRecover() {
        var outlook = Simulator.simulate(Studies.plan(5, .2), world(0, 0, 0));

        assertThat(claims(outlook)).isLessThan(.05 + 3 * Math.sqrt(.05 * .95 / 200));
        assertThat(outlook.points()).isCloseTo(0, within(1.5));
        assertThat(outlook.naive()).isBetween(40.0, 60.0);
    }

    @Test
    void findsALargeEffectAndCoversTheTruth() {
        var outlook = Simulator.simulate(Studies.plan(5, .2), world(20, 0, 0));

        assertThat(claims(outlook)).isGreaterThan(.9);
        assertThat(outlook.points()).isCloseTo(20, within(1.5));
        assertThat(outlook.covered()).isCloseTo(.96, within(3 * Math.sqrt(.96 * .04 / 200)));
        assertThat(outlook.sentence()).containsOnlyKeys("de", "en");
    }

    @Test
    void coversTheTruthOfASharesCampaignToo() {
        var outlook = Simulator.simulate(Studies.csat(5, .2), world(10, 0, 0));

        assertThat(claims(outlook)).isGreaterThan(.9);
        assertThat(outlook.points()).isCloseTo(10, within(1.0));
        assertThat(outlook.covered()).isCloseTo(.96, within(3 * Math.sqrt(.96 * .04 / 200)));
    }

    @Test
    void isNotFooledByWhoAnswers() {
        var outlook = Simulator.simulate(Studies.plan(5, .2), world(0, .1, .15));

        assertThat(claims(outlook)).isLessThan(.05 + 3 * Math.sqrt(.05 * .95 / 200));
    }

    @Test
    void triesWholeAccountsOnPeopleWhoKnowNothingOfEachOther() {
        var accounts = Studies.plan(5, .2, true, "ACCOUNT", List.of("channel", "product"));

        assertThat(Simulator.simulate(accounts, world(5, 0, 0)))
                .isEqualTo(Simulator.simulate(Studies.plan(5, .2), world(5, 0, 0)));
    }

    @Test
    void givesTheSameWorldsForTheSameSeed() {
        assertThat(Simulator.simulate(Studies.plan(5, .2), world(5, 0, 0)))
                .isEqualTo(Simulator.simulate(Studies.plan(5, .2), world(5, 0, 0)));
    }

    @Test
    void namesEveryAssumptionThatIsOutOfRange() {
        assertThatThrownBy(() -> new Assumption(5, 0, 0, 0, 0, 2, 10, 100, 1))
                .isInstanceOf(InvalidInput.class)
                .satisfies(e -> assertThat(((InvalidInput) e).problems())
                        .extracting(problem -> problem.where())
                        .containsExactly("people", "answerRate", "correlation"));
    }

    private static Assumption world(double effect, double answerGap, double classGap) {
        return new Assumption(6_000, effect, .3, answerGap, classGap, .7, 6, 200, 7);
    }

    /** Share of the worlds in which the report ever claimed an effect. */
    private static double claims(Outlook outlook) {
        var last = outlook.looks().get(outlook.looks().size() - 1).codes();
        return last.getOrDefault("PROVEN_WORTH", 0.0)
                + last.getOrDefault("PROVEN_SMALL", 0.0)
                + last.getOrDefault("HARM", 0.0);
    }
}
