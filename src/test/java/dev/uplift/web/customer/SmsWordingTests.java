package dev.uplift.web.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.message.Gsm;
import dev.uplift.platform.Metric;
import dev.uplift.survey.Invitation;
import dev.uplift.survey.Said;
import dev.uplift.survey.SmsDialogue.Turn;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsWordingTests {

    private final SmsWording wording = new SmsWording(new Texts(), FormNonceTests.settings(Path.of("target")));

    @ParameterizedTest
    @CsvSource({"de, NPS", "en, NPS", "de, CSAT", "en, CES"})
    void saysEverythingInOneSegment(String language, Metric metric) {
        var invitation = RenderedPages.invitation(language, metric);

        for (var said : Said.values()) {
            for (var score = metric.lowest(); score <= metric.highest(); score++) {
                var words = wording.of(new Turn(said, score, invitation));

                assertThat(words == null).isEqualTo(said == Said.SILENCE || said == Said.STOP);
                assertThat(words == null ? 1 : Gsm.segments(words)).as(words).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, bothered", "6, bothered", "7, better", "9, like most"})
    void asksForTheReasonByScoreWithoutNamingClasses(int score, String question) {
        assertThat(why(score, RenderedPages.invitation("en", Metric.NPS)))
                .contains(question)
                .doesNotContain("detractor", "promoter", "passive");
    }

    @Test
    void speaksTheLanguageOfTheCompanyToStrangers() {
        assertThat(wording.of(new Turn(Said.NOTHING, null, null)))
                .isEqualTo("Gerade ist keine Frage an Sie offen. Sie erreichen uns unter service@nordwerk.example");
        assertThat(wording.help("en")).startsWith("Nordwerk Energie. Questions: service@nordwerk.example.");
    }

    private @Nullable String why(int score, Invitation invitation) {
        return wording.of(new Turn(Said.WHY, score, invitation));
    }
}
