package dev.uplift.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import dev.uplift.platform.Medium;
import dev.uplift.web.BrowserTests;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mail that invites to a survey, as a mail program of this width shows it. */
class InvitationMailBrowserTests extends BrowserTests {

    private static final Path SHIPPED = Path.of("templates");

    private final Renderer renderer = new Renderer(new Templates(SHIPPED, Sample.SETTINGS.company()), Sample.SETTINGS);

    @ParameterizedTest
    @CsvSource({"nps-service, de, 0, 10", "nps-service, en, 0, 10", "csat-service, de, 1, 5", "ces-service, de, 1, 7"})
    void offersACellForEachAnswerInOrderAndLargeEnoughForThumbs(String key, String language, int lowest, int highest) {
        page.setContent(
                Sample.html(renderer.render(Sample.of(SHIPPED.resolve(key)).with(key, Medium.EMAIL, language))));
        assertFitForEverybody();
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertFitForEverybody();
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));

        var cells = page.locator("a[href*='score=']");
        for (var width : new int[] {600, 360}) {
            picture("invitation-" + key + "-" + language, width);
            assertThat(cells.allInnerTexts().stream().map(String::strip))
                    .containsExactlyElementsOf(IntStream.rangeClosed(lowest, highest)
                            .mapToObj(String::valueOf)
                            .toList());
            assertReadInOrder(width);
        }
    }

    /** Each cell is to the right of the one before, or in a line below it, and at least 40 pixels wide and high. */
    private void assertReadInOrder(int width) {
        var cells = page.locator("a[href*='score=']").all();
        var right = 0.0;
        var bottom = 0.0;
        for (var cell : cells) {
            var box = cell.boundingBox();
            assertThat(box.width)
                    .as("width of %s at %d", cell.innerText(), width)
                    .isGreaterThanOrEqualTo(40);
            assertThat(box.height)
                    .as("height of %s at %d", cell.innerText(), width)
                    .isGreaterThanOrEqualTo(40);
            assertThat(box.x >= right - 1 || box.y >= bottom - 1)
                    .as("place of %s at %d", cell.innerText(), width)
                    .isTrue();
            assertThat(box.x + box.width).isLessThanOrEqualTo(width);
            right = box.x + box.width;
            bottom = box.y + box.height;
        }
    }
}
