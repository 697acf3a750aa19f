package dev.uplift.web.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uplift.survey.OwnSurveys;
import dev.uplift.survey.SurveySamples;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.server.ResponseStatusException;

class SurveyPreviewTests {

    @TempDir
    Path content;

    private OwnSurveys own;
    private SurveyPreview preview;

    @BeforeEach
    void write() {
        own = new OwnSurveys(content, OwnSurveys.PLAIN + SurveySamples.FURTHER);
        var view = new SurveyView(new Page(FormNonceTests.settings(Path.of("target")), new Texts()));
        preview = new SurveyPreview(own.surveys, view, Clock.fixed(OwnSurveys.NOW, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource({
        "question, en, How likely is it",
        "low, de, Was hat Sie am meisten gestört?",
        "middle, en, What would make it better",
        "high, en, What do you like most?",
        "further, en, What is still missing?",
        "thanks, de, 'Danke, das hilft uns weiter.'"
    })
    void showsThePagesWithoutAWayToSend(String name, String language, String words) throws Exception {
        var shown = RenderedPages.render(preview.preview("own", name, language), "preview-" + name);

        assertThat(shown.text()).contains(words, language.equals("de") ? "Vorschau" : "Preview");
        assertThat(shown.select("button:not([disabled])")).isEmpty();
        assertThat(shown.select("header nav a").attr("href"))
                .isEqualTo("?page=" + name + "&lang=" + (language.equals("de") ? "en" : "de"));
        assertThat(own.texts("select token_hash::text from survey.invitation")).isEmpty();
    }

    @Test
    void showsOnlyWhatFitsThePartOfTheScale() throws Exception {
        assertThat(RenderedPages.render(preview.preview("own", "low", "de"), "low")
                        .select("[name=q.expected]"))
                .hasSize(1);
        assertThat(RenderedPages.render(preview.preview("own", "high", "de"), "high")
                        .select("[name=q.expected]"))
                .isEmpty();
    }

    @Test
    void knowsNoOtherSurveys() {
        assertThatThrownBy(() -> preview.preview("other", "low", "de")).isInstanceOf(ResponseStatusException.class);
    }
}
