package dev.uplift.web.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** The link that shows the same page in another language. */
class LanguagesTests {

    @Test
    void keepsWhatTheAddressSays() {
        assertThat(link("/insights", "kind=transactional&segment=a%26b&period=90"))
                .isEqualTo("/insights?kind=transactional&segment=a%26b&period=90&lang=de");
        assertThat(link("/campaigns", null)).isEqualTo("/campaigns?lang=de");
    }

    @Test
    void choosesOneLanguageOnly() {
        assertThat(link("/insights", "lang=en&period=90&lang=en")).isEqualTo("/insights?period=90&lang=de");
        assertThat(link("/insights", "language=x")).isEqualTo("/insights?language=x&lang=de");
    }

    @Test
    void neverLeadsToAnotherHost() {
        assertThat(link("//evil.example/insights", "a=b")).isEqualTo("/evil.example/insights?a=b&lang=de");
    }

    private static String link(String path, @Nullable String query) {
        var asked = new MockHttpServletRequest("GET", path);
        asked.setQueryString(query);
        return Languages.switchTo("de", asked);
    }
}
