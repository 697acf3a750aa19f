package dev.uplift.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * A real browser for tests of pages. After each test the console must be clean: a refused script or style, a script error
 * and a missing file all show there. Skipped, with a message, where chromium or node is missing.
 */
public abstract class BrowserTests {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path NODE = Path.of("/usr/bin/node");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final List<Integer> WIDTHS = List.of(320, 390, 768, 1280);
    private static final int HEIGHT = 900;

    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;

    /** The page of the running test, 1280 pixels wide. */
    protected Page page;

    @BeforeAll
    static void openBrowser() {
        assumeTrue(Files.isExecutable(CHROMIUM), "Browser tests skipped: install chromium");
        assumeTrue(Files.isExecutable(NODE), "Browser tests skipped: install nodejs");
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(ARGUMENTS));
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void openPage() {
        context = browser.newContext(
                new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1280, HEIGHT));
        page = context.newPage();
        page.onConsoleMessage(this::listen);
        page.onPageError(error -> complaints.add(error));
    }

    @AfterEach
    void hearsNoComplaint() {
        context.close();
        assertThat(complaints).as("console of the browser").isEmpty();
    }

    /** Asserts that axe finds nothing against WCAG 2.2 A and AA, and that nothing scrolls sideways at any width. */
    protected void assertFitForEverybody() {
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze();
        assertThat(found.getViolations())
                .as("accessibility of %s", page.url())
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
        WIDTHS.forEach(this::assertNoSidewaysScroll);
        page.setViewportSize(1280, HEIGHT);
    }

    /** Chooses the language of the staff's and the demo's pages. */
    protected void speak(Locale language, String address) {
        page.navigate(address + "?lang=" + language.getLanguage());
        assertThat(page.locator("html")).hasAttribute("lang", language.getLanguage());
    }

    /** Stores a picture of the whole page in {@code target/pictures}, for people to look at. */
    protected void picture(String name, int width) {
        page.setViewportSize(width, HEIGHT);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "pictures", name + "-" + width + ".png")));
    }

    /** Takes back a complaint that the test provoked on purpose, such as a page that is missing. */
    protected void expectComplaint(String part) {
        assertThat(complaints).anyMatch(complaint -> complaint.contains(part));
        complaints.removeIf(complaint -> complaint.contains(part));
    }

    private void assertNoSidewaysScroll(int width) {
        page.setViewportSize(width, HEIGHT);
        var content = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        assertThat(content).as("width of %s at %d pixels", page.url(), width).isLessThanOrEqualTo(width);
    }

    private void listen(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.type() + ": " + message.text());
        }
    }
}
