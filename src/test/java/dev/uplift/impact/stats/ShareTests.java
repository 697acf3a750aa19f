package dev.uplift.impact.stats;

import static dev.uplift.impact.stats.Vectors.DIGITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ShareTests {

    @Test
    void agreesWithEveryVectorOfContentment() {
        for (var vector : Vectors.of("TV17_wilson_csat")) {
            wilson(new Share(vector.get("top2").asLong(), vector.get("n").asLong()), vector.get("result"));
        }
    }

    @Test
    void agreesWithTheVectorOfEffort() {
        var vector = Vectors.of("TV17_ces");
        var answers = Vectors.numbers(vector.get("answers"));
        var easy =
                java.util.Arrays.stream(answers).filter(answer -> answer >= 5).count();

        var moments = Moments.of(answers);

        assertThat(moments.mean()).isCloseTo(vector.get("mean").asDouble(), DIGITS);
        assertThat(Math.sqrt(moments.variance())).isCloseTo(vector.get("sd").asDouble(), DIGITS);
        IntervalsTests.same(moments.range(.05), vector.get("tCi"));
        wilson(new Share(easy, (long) answers.length), vector.get("wilson"));
    }

    @Test
    void agreesWithTheVectorOfRetention() {
        var vector = Vectors.of("TV17_retention");
        var treated = new Share(vector.at("/T/0").asLong(), vector.at("/T/1").asLong());
        var holdOut = new Share(vector.at("/C/0").asLong(), vector.at("/C/1").asLong());

        assertThat(treated.percent() - holdOut.percent())
                .isCloseTo(100 * vector.get("diff").asDouble(), DIGITS);
        IntervalsTests.same(treated.less(holdOut, .05).divided(100), vector.get("newcombe"));
        assertThat(treated.balance(holdOut).statistic())
                .isCloseTo(vector.get("pooledZ").asDouble(), DIGITS);
        assertThat(treated.balance(holdOut).p()).isCloseTo(vector.get("p").asDouble(), DIGITS);
    }

    @Test
    void mirrorsWhenTheGroupsChangePlaces() {
        var there = new Share(47, 50).less(new Share(30, 40), .05);
        var back = new Share(30, 40).less(new Share(47, 50), .05);

        assertThat(there.low()).isCloseTo(-back.high(), DIGITS);
        assertThat(there.high()).isCloseTo(-back.low(), DIGITS);
    }

    @Test
    void staysWithinItsScale() {
        assertThat(new Share(0, 5).range(.05).low()).isCloseTo(0, DIGITS);
        assertThat(new Share(5, 5).range(.05).high()).isCloseTo(100, DIGITS);
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(6, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(0, 0));
    }

    @Test
    void agreesWithTheVectorOfASmallCustomerBase() {
        var vector = Vectors.of("TV19_other").get("fpc");
        var answers = new Classes(20, 60, 100);
        var everybody = vector.get("N").asLong();

        assertThat(Intervals.finitePopulation(everybody, vector.get("n").asLong()))
                .isCloseTo(vector.get("factor").asDouble(), DIGITS);
        assertThat(width(answers.range(everybody)) / width(answers.range()))
                .isCloseTo(vector.get("factor").asDouble(), DIGITS);
        assertThat(width(answers.range(180))).isCloseTo(0, within(1e-9));
        assertThatIllegalArgumentException().isThrownBy(() -> answers.range(179));
    }

    private static double width(Interval range) {
        return range.high() - range.low();
    }

    private static void wilson(Share share, JsonNode expected) {
        assertThat(share.percent()).isCloseTo(100 * expected.get(0).asDouble(), DIGITS);
        assertThat(share.range(.05).low() / 100).isCloseTo(expected.get(1).asDouble(), DIGITS);
        assertThat(share.range(.05).high() / 100).isCloseTo(expected.get(2).asDouble(), DIGITS);
    }
}
