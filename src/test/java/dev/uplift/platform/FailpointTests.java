package dev.uplift.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailpointTests {

    @Test
    void isReachedOnceAtThePassThatWasAskedFor() {
        var point = Objects.requireNonNull(Failpoint.parse("smtp.data:3"));

        var passes = Stream.of("smtp.data", "mark.after", "smtp.data", "smtp.data", "smtp.data")
                .map(point::reached);

        assertThat(passes).containsExactly(false, false, false, true, false);
    }

    @Test
    void meansTheFirstPassWithoutANumber() {
        assertThat(Objects.requireNonNull(Failpoint.parse("mark.after")).reached("mark.after"))
                .isTrue();
    }

    @Test
    void doesNothingUnlessAsked() {
        assertThat(Failpoint.parse(null)).isNull();
        assertThat(Failpoint.parse(" ")).isNull();
        Failpoint.at("mark.after");
    }

    @Test
    void refusesAPassThatIsNoNumber() {
        assertThatThrownBy(() -> Failpoint.parse("mark.after:soon")).isInstanceOf(NumberFormatException.class);
    }
}
