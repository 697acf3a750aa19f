package dev.uplift.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShapeTests {

    private final Shape nothing = new Shape();

    @Test
    void isTheSameObjectForTheSamePieces() {
        var first = write("<p>Hello ", "there", "</p>");
        var again = write("<p>Hello ", "there", "</p>");

        assertThat(again).isSameAs(first);
        assertThat(again.form()).isSameAs(first.form());
        assertThat(write("<p>Hello ", "you", "</p>")).isNotSameAs(first);
    }

    @Test
    void comparesWhatIsWrittenAndNotWhereItLies() {
        var reused = "Anna".toCharArray();
        var anna = nothing.then(reused, 0, 4);
        System.arraycopy("Bert".toCharArray(), 0, reused, 0, 4);

        assertThat(anna.whole()).isEqualTo("Anna");
        assertThat(nothing.then(reused, 0, 4).whole()).isEqualTo("Bert");
        assertThat(nothing.then("Anna")).isSameAs(anna);
    }

    @Test
    void forgetsRatherThanGrowsWithoutEnd() {
        var large = "x".repeat(100_000);
        for (var number = 0; number < 60; number++) {
            nothing.then(number + large);
        }

        assertThat(nothing.full()).isTrue();
        assertThat(nothing.then("one more").whole()).isEqualTo("one more");
        assertThat(nothing.then("one more")).isNotSameAs(nothing.then("one more"));
    }

    private Shape write(String... pieces) {
        var shape = nothing;
        for (var piece : pieces) {
            shape = shape.then(piece.toCharArray(), 0, piece.length());
        }
        return shape;
    }
}
