package dev.uplift.web.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.survey.Survey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class EntryTests {

    private static final Survey SURVEY = new Survey(
            "nps-bill",
            "nps",
            "transactional",
            "annual-bill",
            Duration.ofDays(30),
            Map.of(),
            Map.of("de", List.of("Preis", "Unklare Rechnung")));

    @Test
    void takesScoresFromZeroToTenAndNothingElse() {
        assertThat(List.of("0", "7", "10"))
                .allSatisfy(text -> assertThat(Entry.score(text)).isNotNull());
        assertThat(List.of("11", "-1", "", "9.5", "010", "ten", "9 "))
                .allSatisfy(text -> assertThat(Entry.score(text)).isNull());
        assertThat(Entry.score(null)).isNull();
    }

    @Test
    void keepsOnlyReasonsThatAreOffered() {
        var form = form("score", "4", "reason", "Preis", "reason", "<b>x</b>", "reason", "Preis", "callBack", "true");

        var answer = Entry.of(form).answer(4, SURVEY, "de");

        assertThat(answer.reasons()).containsExactly("Preis");
        assertThat(answer.callBack()).isTrue();
        assertThat(answer.comment()).isNull();
        assertThat(answer.language()).isEqualTo("de");
    }

    @Test
    void countsLineEndsOnceAndDropsWhatCannotBeStored() {
        var entry = Entry.of(form("score", "9", "comment", " Gut\u0000 so!\r\nWeiter 😀\u0007 "));

        assertThat(entry.comment()).isEqualTo("Gut so!\nWeiter 😀");
        assertThat(entry.callBack()).isFalse();
    }

    @Test
    void noticesTooLongTexts() {
        assertThat(Entry.of(form("comment", "x".repeat(2000))).tooLong()).isFalse();
        assertThat(Entry.of(form("comment", "x".repeat(2001))).tooLong()).isTrue();
    }

    private static LinkedMultiValueMap<String, String> form(String... pairs) {
        var form = new LinkedMultiValueMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            form.add(pairs[i], pairs[i + 1]);
        }
        return form;
    }
}
