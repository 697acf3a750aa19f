package dev.uplift.identity;

import dev.uplift.platform.PublicUrl;
import java.io.PrintStream;
import java.util.ArrayList;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says at the end of a start where to look and how to log in; on the console only, so that no log keeps a secret. */
@Component
class Greeting {

    private final FirstAdministrator administrator;
    private final PublicUrl address;
    private final PrintStream console = System.out;

    Greeting(FirstAdministrator administrator, PublicUrl address) {
        this.administrator = administrator;
        this.address = address;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void greet() {
        console.println(text());
    }

    String text() {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("  Uplift is ready   " + address.of("/"));
        lines.add("  Log in as         " + FirstAdministrator.NAME);
        lines.add("  Password          " + administrator.generatedPassword().orElse("(the one you have)"));
        administrator.generatedKey().ifPresent(key -> lines.add("  API key           " + key));
        lines.add("");
        if (administrator.generatedSomething()) {
            lines.add("  Note these down: they are shown only this once.");
        }
        lines.add("  To set new ones, start with --uplift.admin-password=NEW --uplift.api-key=NEW");
        return String.join(System.lineSeparator(), lines);
    }
}
