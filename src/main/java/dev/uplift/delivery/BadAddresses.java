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
    private final Detours detours;

    BadAddresses(Secrets secrets, Consents consents, Detours detours) {
        this.secrets = secrets;
        this.consents = consents;
        this.detours = detours;
    }

    void suppress(List<Try> tries, Instant now) {
        for (var tried : tries) {
            var cause = tried.result().match(CAUSE);
            if (cause == Cause.BAD_ADDRESS || cause == Cause.OPTED_OUT) {
                suppress(tried, cause, now);
            }
        }
    }

    /** Those whom a provider cannot reach get it on another channel; to be called once the outcome is in the ledger. */
    void detour(List<Try> tries, Instant now) {
        tries.stream()
                .filter(tried -> tried.result().match(CAUSE) == Cause.BAD_ADDRESS)
                .forEach(tried ->
                        detours.take(tried.message().send(), tried.message().attempt(), now));
    }

    private void suppress(Try tried, Cause cause, Instant now) {
        var channel = tried.message().message().medium();
        var address = tried.message().address().toLowerCase(Locale.ROOT);
        consents.suppress(channel, secrets.fingerprint(channel, address), cause.name(), now);
    }
}
