package dev.uplift;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/** A mail filter that opens every link it finds, to see where it leads. */
final class Scanner {

    private static final Pattern ANGLED = Pattern.compile("<(http[^>]+)>");

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .cookieHandler(new CookieManager())
            .build();

    /** Every link of every mail: those in its HTML, seen or unseen, and those in its headers. */
    static List<String> links(OutsideWorld world) {
        var bodies = world.pages().stream()
                .flatMap(html -> Jsoup.parse(html).select("[href], [src]").stream())
                .flatMap(element -> Stream.of(element.attr("href"), element.attr("src")))
                .filter(target -> target.startsWith("http"));
        var headers = world.headers("List-Unsubscribe").stream()
                .flatMap(header -> ANGLED.matcher(header).results())
                .map(found -> found.group(1));
        return Stream.concat(bodies, headers).distinct().toList();
    }

    /** Looks without asking for the content, then asks for it. */
    void fetch(String link) {
        send(HttpRequest.newBuilder(URI.create(link)).method("HEAD", BodyPublishers.noBody()));
        send(HttpRequest.newBuilder(URI.create(link)));
    }

    /** Gives the status of an answer. */
    int send(HttpRequest.Builder request) {
        try {
            return http.send(
                            request.header("User-Agent", "Mozilla/5.0 (Windows NT 10.0; Win64; x64)")
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens each link in a real browser, which runs whatever script there is, moves and scrolls, and waits until it is idle. */
    static void browse(List<String> links) {
        try (var playwright = Playwright.create();
                var browser = open(playwright);
                var context = browser.newContext()) {
            for (var link : links) {
                var page = context.newPage();
                page.navigate(link);
                page.mouse().move(100, 100);
                page.evaluate("window.scrollTo(0, document.body.scrollHeight)");
            }
            context.pages().forEach(page -> page.waitForLoadState(LoadState.NETWORKIDLE));
        }
    }

    private static Browser open(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }
}
