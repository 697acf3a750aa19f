package dev.uplift.web.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.impact.insights.Contrast;
import dev.uplift.impact.insights.Mark;
import dev.uplift.impact.insights.Series;
import dev.uplift.impact.insights.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class InsightsFormTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Series YOUNG =
            new Series("nps-bill", "transactional", "annual-bill", TODAY.minusDays(70), TODAY);

    private static final Mark START = new Mark(TODAY.minusDays(9), "before", 2);

    @Test
    void choosesTheKindThatHasAnswers() {
        assertThat(form(Map.of()).kind()).isEqualTo("transactional");
        assertThat(form(Map.of("kind", "everything")).kind()).isEqualTo("transactional");
        assertThat(form(Map.of("kind", "relational")).kind()).isEqualTo("relational");
        assertThat(new InsightsForm(Map.of(), List.of(), List.of(), TODAY).kind())
                .isEqualTo("relational");
    }

    @Test
    void choosesAPeriodThatSuitsTheAnswers() {
        var old = new Series("nps-bill", "transactional", "annual-bill", TODAY.minusDays(400), TODAY);

        assertThat(form(Map.of()).span()).isEqualTo(new Span(LocalDate.of(2026, 8, 25), TODAY));
        assertThat(new InsightsForm(Map.of(), List.of(old), List.of(), TODAY)
                        .span()
                        .days())
                .isEqualTo(365);
        assertThat(form(Map.of("period", "1000000")).period()).isEqualTo("90");
    }

    @Test
    void takesDaysOfOnesOwnOnlyIfTheyMakeASpan() {
        var own = Map.of("from", "2026-01-01", "until", "2026-03-31", "period", "30");

        assertThat(form(own).span()).isEqualTo(new Span(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31)));
        assertThat(form(Map.of("from", "2026-03-31", "until", "2026-01-01"))
                        .span()
                        .last())
                .isEqualTo(TODAY);
        assertThat(form(Map.of("from", "spring", "until", "2026-01-01")).span().last())
                .isEqualTo(TODAY);
        assertThat(form(Map.of("from", "0001-01-01", "until", "2026-01-01"))
                        .span()
                        .first())
                .isEqualTo(LocalDate.of(2016, 1, 1));
    }

    @Test
    void comparesWithWhatDoesNotOverlap() {
        var year = Map.of("compare", "year", "from", "2024-03-01", "until", "2026-02-28");

        assertThat(earlier(year)).isEqualTo(new Span(LocalDate.of(2022, 3, 1), LocalDate.of(2024, 2, 28)));
        assertThat(earlier(Map.of("compare", "before", "period", "30")))
                .isEqualTo(new Span(LocalDate.of(2026, 9, 24), LocalDate.of(2026, 10, 23)));
        assertThat(form(Map.of("compare", "friends")).contrast()).isNull();
    }

    @Test
    void comparesBeforeAndAfterACampaignBeganWhateverTheSpan() {
        var since = form(Map.of("compare", "run:before:2", "period", "30"));

        assertThat(since.span().days()).isEqualTo(30);
        assertThat(since.contrast())
                .isEqualTo(new Contrast(
                        new Span(LocalDate.of(2026, 11, 13), TODAY),
                        new Span(LocalDate.of(2026, 11, 3), LocalDate.of(2026, 11, 12))));
        assertThat(since.address(Map.of())).isEqualTo("/insights?period=30&compare=run%3Abefore%3A2");
        assertThat(form(Map.of("compare", "run:other:1")).contrast()).isNull();
    }

    @Test
    void comparesNothingWhereTheCampaignBeganAfterTheSpan() {
        var past = Map.of("compare", "run:before:2", "from", "2026-10-01", "until", "2026-10-31");

        assertThat(form(past).contrast()).isNull();
    }

    @Test
    void writesEverythingChosenIntoTheAddress() {
        var form = form(Map.of("segment", "a&b=c", "channel", "sms", "_csrf", "secret", "survey", " "));

        assertThat(form.address(Map.of("channel", "", "touchpoint", "annual-bill")))
                .isEqualTo("/insights?touchpoint=annual-bill&segment=a%26b%3Dc");
    }

    private static Span earlier(Map<String, String> values) {
        return Objects.requireNonNull(form(values).contrast()).earlier();
    }

    private static InsightsForm form(Map<String, String> values) {
        return new InsightsForm(values, List.of(YOUNG), List.of(START), TODAY);
    }
}
