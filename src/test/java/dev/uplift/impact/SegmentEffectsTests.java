package dev.uplift.impact;

import static dev.uplift.impact.Studies.peers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.uplift.impact.Report.Segment;
import dev.uplift.impact.stats.Classes;
import dev.uplift.platform.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SegmentEffectsTests {

    private final List<Peers> people = new ArrayList<>();

    @Test
    void judgesEachWayOfTellingPeopleApartByItself() {
        both("email", "gas", new Classes(40, 80, 180), new Classes(90, 80, 130));
        both("email", "heat", new Classes(80, 80, 140), new Classes(80, 80, 140));
        both("sms", "gas", new Classes(40, 80, 180), new Classes(90, 80, 130));
        both("sms", "heat", new Classes(80, 80, 140), new Classes(80, 80, 140));

        var segments = segments(1);

        assertThat(segments.rows())
                .extracting(Segment::by, Segment::name, Segment::treated)
                .containsExactly(
                        tuple("channel", "email", 600L),
                        tuple("channel", "sms", 600L),
                        tuple("product", "gas", 600L),
                        tuple("product", "heat", 600L));
        assertThat(segments.dimensions()).extracting(Report.Dimension::by).containsExactly("channel", "product");
        assertThat(segments.dimensions().get(0).interactionP()).isGreaterThan(.9);
        assertThat(segments.dimensions().get(1).interactionP()).isLessThan(.01);
        assertThat(segments.interactionP()).isLessThan(.01);
    }

    @Test
    void correctsForAllGroupsTogetherAndShrinksWithinOneWay() {
        both("email", "gas", new Classes(40, 80, 180), new Classes(90, 80, 130));
        both("email", "heat", new Classes(80, 80, 140), new Classes(80, 80, 140));

        var rows = segments(1).rows();

        // the raw p of gas is a third of the adjusted one at most, since three groups are judged
        assertThat(row(rows, "gas").adjustedP())
                .isNotNull()
                .satisfies(p -> assertThat(p)
                        .isCloseTo(
                                3
                                        * Objects.requireNonNull(
                                                        row(rows, "gas").effect())
                                                .p(),
                                within(1e-5)));
        assertThat(row(rows, "email").shrunk()).isNull();
        assertThat(Objects.requireNonNull(row(rows, "gas").shrunk()))
                .isBetween(
                        0.0, Objects.requireNonNull(row(rows, "gas").effect()).points());
    }

    @Test
    void hidesSmallGroupsAndWhatWouldGiveThemAway() {
        both("email", "gas", new Classes(50, 50, 50), new Classes(50, 50, 50));
        both("email", "heat", new Classes(20, 20, 20), new Classes(20, 20, 20));
        both("email", "other", new Classes(1, 1, 1), new Classes(2, 2, 2));

        var rows = segments(1).rows();

        assertThat(rows)
                .extracting(Segment::name, Segment::treated, Segment::holdOut)
                .containsExactly(
                        tuple("email", 213L, 216L),
                        tuple("gas", 150L, 150L),
                        tuple("heat", null, null),
                        tuple("other", null, null));
        assertThat(row(rows, "heat").effect()).isNull();
    }

    @Test
    void isLessSureOfGroupsWherePeopleOfAnAccountAreAlike() {
        both("email", "gas", new Classes(40, 80, 180), new Classes(90, 80, 130));

        var strangers = Objects.requireNonNull(row(segments(1).rows(), "gas").effect());
        var alike = Objects.requireNonNull(row(segments(4).rows(), "gas").effect());

        assertThat(alike.high() - alike.low()).isCloseTo(2 * (strangers.high() - strangers.low()), within(1e-5));
    }

    private void both(String channel, String product, Classes treated, Classes holdOut) {
        people.add(peers("treated", channel + "\u001f" + product, null, 1000, 1000, treated));
        people.add(peers("hold-out", channel + "\u001f" + product, null, 1000, 1000, holdOut));
    }

    private Report.Segments segments(double designEffect) {
        return new SegmentEffects(List.of("channel", "product"), people, Metric.NPS, designEffect).segments();
    }

    private static Segment row(List<Segment> rows, String name) {
        return rows.stream()
                .filter(segment -> segment.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
