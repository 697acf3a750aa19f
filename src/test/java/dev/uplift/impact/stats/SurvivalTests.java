package dev.uplift.impact.stats;

import static dev.uplift.impact.stats.Vectors.DIGITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SurvivalTests {

    @Test
    void agreesWithTheVectorOfCustomersWhoLeave() {
        var vector = Vectors.of("TV17_km");
        var times = Vectors.numbers(vector.get("times"));
        var left = Vectors.numbers(vector.get("event"));
        var exits = new ArrayList<Survival.Exit>();
        for (var i = 0; i < times.length; i++) {
            exits.add(new Survival.Exit(times[i], (long) left[i], 1 - (long) left[i]));
        }

        var survival = Survival.of(exits);

        assertThat(survival.steps()).hasSize(4);
        for (var step : survival.steps()) {
            var time = String.valueOf((int) step.time());
            assertThat(step.share()).isCloseTo(vector.get("S").get(time).asDouble(), DIGITS);
            assertThat(step.standardError())
                    .isCloseTo(vector.get("greenwoodSe").get(time).asDouble(), DIGITS);
        }
        assertThat(survival.share(1)).isEqualTo(1);
        assertThat(survival.share(7)).isCloseTo(.685714, DIGITS);
    }

    @Test
    void isTheShareStillThereWhereNobodyIsLostFromSight() {
        var survival = Survival.of(List.of(new Survival.Exit(30, 60, 0), new Survival.Exit(90, 0, 940)));

        assertThat(survival.share(90)).isCloseTo(.94, DIGITS);
        assertThat(survival.steps().get(0).standardError()).isCloseTo(Math.sqrt(.94 * .06 / 1000), DIGITS);
        assertThat(Survival.of(List.of(new Survival.Exit(1, 5, 0))).steps())
                .containsExactly(new Survival.Step(1, 0, 0));
    }

    /** Remission of leukaemia (Freireich et al. 1963), as in Kalbfleisch and Prentice; R's survdiff gives χ² = 16.79. */
    @Test
    void agreesWithThePublishedLogRankTest() {
        var treated = exits("6 6 6 7 10 13 16 22 23", "6 9 10 11 17 19 20 25 32 32 34 35");
        var placebo = exits("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23", "");

        var test = Survival.logRank(treated, placebo);

        assertThat(test.statistic() * test.statistic()).isCloseTo(16.79, within(.005));
        assertThat(test.statistic()).isNegative();
        assertThat(Survival.logRank(placebo, treated).statistic()).isCloseTo(-test.statistic(), DIGITS);
        assertThat(Survival.logRank(treated, treated).p()).isCloseTo(1, DIGITS);
    }

    @Test
    void doesNotCareForTheOrderOfExits() {
        var exits = exits("6 6 6 7 10 13 16 22 23", "6 9 10 11 17 19 20 25 32 32 34 35");
        var shuffled = new ArrayList<>(exits);
        Collections.reverse(shuffled);

        assertThat(Survival.of(shuffled)).isEqualTo(Survival.of(exits));
    }

    private static List<Survival.Exit> exits(String left, String lost) {
        return Stream.concat(
                        times(left).map(time -> new Survival.Exit(time, 1, 0)),
                        times(lost).map(time -> new Survival.Exit(time, 0, 1)))
                .toList();
    }

    private static Stream<Double> times(String list) {
        return Arrays.stream(list.split(" ", -1))
                .filter(time -> !time.isEmpty())
                .map(Double::valueOf);
    }
}
