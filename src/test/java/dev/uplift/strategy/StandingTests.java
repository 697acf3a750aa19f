package dev.uplift.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.uplift.impact.insights.Scope;
import dev.uplift.impact.stats.Classes;
import dev.uplift.impact.stats.Interval;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From 0 to 20 points within a hundred days. */
class StandingTests {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate BY = START.plusDays(100);
    private static final LocalDate HALF = START.plusDays(50);
    private static final Classes NONE = new Classes(0, 0, 0);

    @Test
    void wantsHalfTheRiseAfterHalfTheTimeAndAllOfItFromTheDayOn() {
        assertThat(path(0, START.minusDays(9))).isEqualTo(0);
        assertThat(path(0, START)).isEqualTo(0);
        assertThat(path(0, HALF)).isEqualTo(10);
        assertThat(path(0, BY)).isEqualTo(20);
        assertThat(path(0, BY.plusYears(1))).isEqualTo(20);
    }

    @Test
    void saysWhatTheWholeRangeSays() {
        assertThat(state(new Classes(100, 300, 600), HALF)).isEqualTo(State.REACHED);
        assertThat(state(new Classes(300, 250, 450), HALF)).isEqualTo(State.UNCLEAR);
        assertThat(state(new Classes(300, 240, 460), START.plusDays(10))).isEqualTo(State.ON_TRACK);
        assertThat(state(new Classes(350, 300, 350), HALF)).isEqualTo(State.OFF_TRACK);
    }

    @Test
    void isUnclearBelowThirtyAnswersHoweverGood() {
        assertThat(state(new Classes(0, 0, 29), HALF)).isEqualTo(State.UNCLEAR);
        assertThat(state(new Classes(0, 0, 30), HALF)).isEqualTo(State.REACHED);
        assertThat(standing(0, new Classes(0, 0, 4), NONE, NONE, HALF).hidden()).isTrue();
        assertThat(standing(0, new Classes(0, 0, 5), NONE, NONE, HALF).hidden()).isFalse();
    }

    @Test
    void countsWhatIsMissingFromThePlannedRise() {
        // A range of 10 points on each side cannot hold both 0 and 20: v 1.96² / 0.1² - 3 with v = .65.
        assertThat(standing(0, NONE, NONE, NONE, HALF).needed()).isEqualTo(247);
        assertThat(standing(0, new Classes(10, 5, 10), NONE, NONE, HALF).needed())
                .isEqualTo(222);
        assertThat(standing(0, new Classes(15, 12, 23), NONE, NONE, HALF).needed())
                .isPositive();
        assertThat(standing(0, new Classes(300, 250, 450), NONE, NONE, HALF).needed())
                .as("there are enough already")
                .isZero();
        assertThat(standing(0, new Classes(100, 300, 600), NONE, NONE, HALF).needed())
                .as("it is clear")
                .isZero();
    }

    @Test
    void takesTheStartFromTheAnswersBeforeItWithTheirRange() {
        var began = new Classes(100, 200, 100);

        var standing = standing(null, new Classes(300, 250, 450), began, NONE, HALF);

        assertThat(standing.begun()).isTrue();
        assertThat(standing.from()).isEqualTo(began.range());
        assertThat(standing.path().low()).isCloseTo(10 + began.range().low() / 2, within(1e-9));
        assertThat(standing.path().high()).isCloseTo(10 + began.range().high() / 2, within(1e-9));
    }

    @Test
    void leavesThePathOpenWhileNobodyKnowsWhereItBegan() {
        var unknown = standing(null, new Classes(300, 290, 410), new Classes(0, 0, 29), NONE, HALF);
        var due = standing(null, new Classes(350, 300, 350), NONE, NONE, BY);

        assertThat(unknown.begun()).isFalse();
        assertThat(unknown.path()).isEqualTo(new Interval(-40, 20));
        assertThat(unknown.state()).isEqualTo(State.UNCLEAR);
        assertThat(unknown.needed()).as("answers would not help").isZero();
        assertThat(due.path()).isEqualTo(new Interval(20, 20));
        assertThat(due.state()).isEqualTo(State.OFF_TRACK);
    }

    @Test
    void neverWantsMoreThanTheTarget() {
        var began = new Classes(0, 100, 300);

        assertThat(standing(null, began, began, NONE, HALF).path()).isEqualTo(new Interval(20, 20));
    }

    @Test
    void forecastsTheLineThroughTheLastTwoWindowsWithItsRange() {
        var earlier = new Classes(300, 400, 300);
        var now = new Classes(250, 400, 350);

        var forecast =
                Objects.requireNonNull(standing(0, now, NONE, earlier, HALF).forecast());

        // One window of 50 days rose by 10 points, and one is left.
        assertThat(forecast.points()).isCloseTo(20, within(.2));
        assertThat(forecast.range().high() - forecast.range().low()).isBetween(18.0, 24.0);
    }

    @Test
    void forecastsNothingFromFewAnswersFarAheadOrAfterTheDay() {
        var many = new Classes(300, 400, 300);

        assertThat(standing(0, many, NONE, new Classes(10, 9, 10), HALF).forecast())
                .isNull();
        assertThat(standing(0, many, NONE, many, START.minusDays(2000)).forecast())
                .isNull();
        assertThat(standing(0, many, NONE, many, BY).forecast()).isNull();
    }

    private static double path(int from, LocalDate day) {
        var path = standing(from, NONE, NONE, NONE, day).path();
        assertThat(path.low()).isEqualTo(path.high());
        return path.low();
    }

    private static State state(Classes now, LocalDate day) {
        return standing(0, now, NONE, NONE, day).state();
    }

    private static Standing standing(
            @Nullable Integer from, Classes now, Classes began, Classes earlier, LocalDate day) {
        var scope = new Scope("relational", "", "", "", "");
        return Standing.of(new KeyResult(Map.of(), scope, from, START, 20, BY, 50), now, began, earlier, day);
    }
}
