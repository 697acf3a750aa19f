package dev.uplift.demo.simulation;

import dev.uplift.demo.OwnAddress;
import dev.uplift.demo.company.Person;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Customers at our public pages. */
@Component
class Visits {

    private static final int MOST_STEPS = 4;
    private static final double ONE_CLICK = 0.5;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final OwnAddress address;

    Visits(OwnAddress address) {
        this.address = address;
    }

    /** Answers a survey page by page until nothing more is asked; a closed survey is left alone. */
    void answer(String link, Choices choices) {
        var browser = new Browser(http, address);
        var page = browser.open(choices.start(link));
        for (var step = 0; step < MOST_STEPS; step++) {
            var form = page.form();
            if (form.isEmpty()) {
                return;
            }
            page = browser.post(form.get().absUrl("action"), FilledForm.of(form.get(), choices));
        }
    }

    /** Opens a page and leaves. */
    void glance(String link) {
        new Browser(http, address).open(link);
    }

    /** Unsubscribes as a mail program does by one click (RFC 8058), or by the button of the page. */
    void unsubscribe(String link, Person person) {
        var browser = new Browser(http, address);
        if (person.share("one click") < ONE_CLICK) {
            browser.post(link, List.of(Map.entry("List-Unsubscribe", "One-Click")));
            return;
        }
        browser.open(link).anyForm().ifPresent(form -> browser.post(form.absUrl("action"), FilledForm.untouched(form)));
    }
}
