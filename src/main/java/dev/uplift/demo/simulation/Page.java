package dev.uplift.demo.simulation;

import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page as a browser shows it. */
record Page(int status, Document document) {

    private static final int OK = 200;

    /** The form that asks something: a choice, a text or at least a button. */
    Optional<Element> form() {
        if (status != OK) {
            return Optional.empty();
        }
        var forms = document.select("form[method=post]");
        return forms.stream()
                .filter(form -> !form.select("input[type=radio], textarea, button[name=score]")
                        .isEmpty())
                .findFirst();
    }

    /** The first form that posts anything. */
    Optional<Element> anyForm() {
        return status == OK ? Optional.ofNullable(document.selectFirst("form[method=post]")) : Optional.empty();
    }
}
