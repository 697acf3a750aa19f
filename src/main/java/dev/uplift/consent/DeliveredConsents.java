package dev.uplift.consent;

import dev.uplift.audience.ConsentSink;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes the declarations that come with customers. */
@Component
class DeliveredConsents implements ConsentSink {

    private final Consents consents;

    DeliveredConsents(Consents consents) {
        this.consents = consents;
    }

    @Override
    public void declare(List<Declared> declared) {
        consents.declare(declared);
    }
}
