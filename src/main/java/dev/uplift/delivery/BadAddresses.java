package dev.uplift.delivery;

import dev.uplift.channel.SendResult.Cases;
import dev.uplift.channel.SendResult.Cause;
import dev.uplift.channel.SendResult.Rejected;
import dev.uplift.consent.Consents;
import dev.uplift.platform.Secrets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Keeps us from writing again where a provider said that nobody lives, or wants to hear from us. */
@Component
class BadAddresses {

    /** A cause that speaks against the message, not against the address. */
    private static final Cause OTHER = Cause.MESSAGE;

    private static final Cases<Cause> CAUSE =
            new Cases<>(accepted -> OTHER, Rejected::cause, deferred -> OTHER, unknown -> OTHER);

    private final Secrets secrets;
    private final Consents consents;

    BadAddresses(Secrets secrets, Consents consents) {
        this.secrets = secrets;
        this.consents = consents;
    }

    void suppress(List<Try> tries, Instant now) {
        for (var tried : tries) {
            var cause = tried.result().match(CAUSE);
            if (cause == Cause.BAD_ADDRESS || cause == Cause.OPTED_OUT) {
                suppress(tried, cause, now);
            }
        }
    }

    private void suppress(Try tried, Cause cause, Instant now) {
        var channel = tried.message().message().medium();
        var address = tried.message().address().toLowerCase(Locale.ROOT);
        consents.suppress(channel, secrets.fingerprint(channel, address), cause.name(), now);
    }
}
