package dev.uplift.strategy;

import static dev.uplift.strategy.State.OFF_TRACK;
import static dev.uplift.strategy.State.ON_TRACK;
import static dev.uplift.strategy.State.REACHED;
import static dev.uplift.strategy.State.UNCLEAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.impact.stats.Interval;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every range of a small scale against every path and target. */
class StateTests {

    private static final List<Double> SCALE =
            IntStream.rangeClosed(-4, 4).mapToObj(tens -> 10.0 * tens).toList();

    private record Case(Interval range, Interval path, double target) {

        State state() {
            return State.of(range, path, target);
        }

        Case up(double points) {
            return new Case(new Interval(range.low() + points, range.high() + points), path, target);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "20, 30, 10, 10, 20, REACHED",
        "19, 30, 10, 10, 20, ON_TRACK",
        "10, 19, 10, 10, 20, ON_TRACK",
        "9, 30, 10, 10, 20, UNCLEAR",
        "0, 10, 10, 10, 20, UNCLEAR",
        "0, 9, 10, 10, 20, OFF_TRACK",
        "9, 30, 5, 10, 20, UNCLEAR",
        "-9, 4, 5, 10, 20, OFF_TRACK",
        "-9, 5, 5, 10, 20, UNCLEAR",
        "NaN, NaN, 5, 10, 20, UNCLEAR"
    })
    void restsOnTheWholeRange(double low, double high, double pathLow, double pathHigh, double target, State state) {
        assertThat(State.of(new Interval(low, high), new Interval(pathLow, pathHigh), target))
                .isEqualTo(state);
    }

    @Test
    void isWhatTheDefinitionSaysForEveryInput() {
        assertThat(cases())
                .allSatisfy(it -> assertThat(it.state())
                        .isEqualTo(
                                it.range.low() >= it.target
                                        ? REACHED
                                        : it.range.low() >= it.path.high()
                                                ? ON_TRACK
                                                : it.range.high() < it.path.low() ? OFF_TRACK : UNCLEAR));
    }

    @Test
    void neverGetsWorseWhenTheScoreRises() {
        assertThat(cases()).allSatisfy(it -> assertThat(it.up(10).state()).isGreaterThanOrEqualTo(it.state()));
    }

    @Test
    void neverTurnsFromGoodToBadByMoreAnswersOfTheSameScore() {
        assertThat(cases()).allSatisfy(it -> {
            var middle = (it.range.low() + it.range.high()) / 2;
            var surer = new Case(new Interval(middle, middle), it.path, it.target).state();
            if (it.state() == OFF_TRACK) {
                assertThat(surer).isEqualTo(OFF_TRACK);
            }
            if (it.state().compareTo(ON_TRACK) >= 0) {
                assertThat(surer).isGreaterThanOrEqualTo(it.state());
            }
        });
    }

    @Test
    void isNeverGreenWhileTheRangeReachesBelowThePath() {
        assertThat(cases())
                .filteredOn(it -> it.range.low() < it.path.low())
                .extracting(Case::state)
                .containsOnly(UNCLEAR, OFF_TRACK);
    }

    /** Paths never lie above the target. */
    private static Stream<Case> cases() {
        return intervals()
                .flatMap(range -> intervals()
                        .flatMap(path -> SCALE.stream()
                                .filter(target -> target >= path.high())
                                .map(target -> new Case(range, path, target))));
    }

    private static Stream<Interval> intervals() {
        return SCALE.stream()
                .flatMap(low -> SCALE.stream().filter(high -> high >= low).map(high -> new Interval(low, high)));
    }
}
