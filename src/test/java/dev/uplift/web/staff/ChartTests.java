package dev.uplift.web.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChartTests {

    private final Wording english = Samples.wording(Locale.ENGLISH);
    private final Wording german = Samples.wording(Locale.GERMAN);

    @Test
    void fillsTheBarWithoutGaps() {
        var parts = Bar.ofSends(Samples.COUNTS, english).parts();

        var end = 0.0;
        for (var part : parts) {
            assertThat(part.x()).isCloseTo(end, within(1e-9));
            end = part.x() + part.width();
        }
        assertThat(end).isCloseTo(100, within(1e-9));
    }

    @Test
    void leavesOutPartsWithoutSends() {
        var bar = Bar.ofSends(Map.of("ACCEPTED", 3L, "BOUNCED", 1L), english);

        assertThat(bar.label()).isEqualTo("3 Sent, 1 Failed");
        assertThat(bar.parts()).extracting(Bar.Part::width).containsExactly(75.0, 25.0);
    }

    @Test
    void drawsNothingOfNothing() {
        assertThat(Bar.ofSends(Map.of(), english).parts()).isEmpty();
        assertThat(Bar.ofAnswers(List.of(0L, 0L, 0L), english).parts()).isEmpty();
    }

    @Test
    void saysTheSharesOfAnswersInTheReadersLanguage() {
        assertThat(Bar.ofAnswers(List.of(1L, 1L, 2L), german).label())
                .isEqualTo("25\u00a0% Kritiker, 25\u00a0% Passive, 50\u00a0% Förderer");
    }

    @Test
    void countsEverySendAtExactlyOneStage() {
        var sum = java.util.stream.Stream.of(Stage.values())
                .mapToLong(stage -> stage.in(Samples.COUNTS))
                .sum();

        assertThat(sum).isEqualTo(12_648);
        assertThat(Stage.settled(Samples.COUNTS)).isEqualTo(7_987);
    }

    @Test
    void showsZeroAndEveryScoreOnTheAxis() {
        var scale = Scale.covering(List.of(27.6, 14.6, 21.7, -2.1));

        assertThat(scale).isEqualTo(new Scale(-10, 30, 10));
        assertThat(scale.x(-10)).isEqualTo(4);
        assertThat(scale.x(30)).isEqualTo(96);
        assertThat(scale.ticks(english)).extracting(Scale.Tick::label).containsExactly("−10", "0", "+10", "+20", "+30");
    }

    @Test
    void keepsTheWholeScaleReadable() {
        assertThat(Scale.covering(List.of(-100.0, 100.0)).ticks(english)).hasSizeLessThanOrEqualTo(7);
        assertThat(Scale.covering(List.of()).ticks(english)).hasSizeGreaterThan(1);
        assertThat(Scale.covering(List.of(0.0, 0.2)).high()).isEqualTo(5);
    }
}
