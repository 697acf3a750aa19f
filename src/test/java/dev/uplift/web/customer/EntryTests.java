package dev.uplift.web.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.Metric;
import dev.uplift.survey.Survey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;

class EntryTests {

    private static final Survey SURVEY = new Survey(
            "nps-bill",
            Metric.NPS,
            "transactional",
            "annual-bill",
            Duration.ofDays(30),
            Map.of(),
            Map.of("de", List.of("Preis", "Unklare Rechnung")));

    @ParameterizedTest
    @CsvSource({"NPS, 0 7 10, 11", "CSAT, 1 3 5, 0 6", "CES, 1 7, 0 8 10"})
    void takesScoresOfTheScaleAndNothingElse(Metric metric, String on, String off) {
        assertThat(on.split(" "))
                .allSatisfy(text -> assertThat(Entry.score(text, metric)).isNotNull());
        assertThat(off.split(" "))
                .allSatisfy(text -> assertThat(Entry.score(text, metric)).isNull());
        assertThat(List.of("-1", "", "4.5", "03", "three", "3 "))
                .allSatisfy(text -> assertThat(Entry.score(text, metric)).isNull());
        assertThat(Entry.score(null, metric)).isNull();
    }

    @Test
    void keepsOnlyReasonsThatAreOffered() {
        var form = form("score", "4", "reason", "Preis", "reason", "<b>x</b>", "reason", "Preis", "callBack", "true");

        var answer = Entry.of(form, Metric.NPS).answer(4, SURVEY, "de");

        assertThat(answer.reasons()).containsExactly("Preis");
        assertThat(answer.callBack()).isTrue();
        assertThat(answer.comment()).isNull();
        assertThat(answer.language()).isEqualTo("de");
    }

    @Test
    void countsLineEndsOnceAndDropsWhatCannotBeStored() {
        var entry = Entry.of(form("score", "9", "comment", " Gut\u0000 so!\r\nWeiter 😀\u0007 "), Metric.NPS);

        assertThat(entry.comment()).isEqualTo("Gut so!\nWeiter 😀");
        assertThat(entry.callBack()).isFalse();
    }

    @Test
    void noticesTooLongTexts() {
        assertThat(Entry.of(form("comment", "x".repeat(2000)), Metric.NPS).tooLong())
                .isFalse();
        assertThat(Entry.of(form("comment", "x".repeat(2001)), Metric.NPS).tooLong())
                .isTrue();
    }

    private static LinkedMultiValueMap<String, String> form(String... pairs) {
        var form = new LinkedMultiValueMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            form.add(pairs[i], pairs[i + 1]);
        }
        return form;
    }
}
