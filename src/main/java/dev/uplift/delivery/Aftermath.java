package dev.uplift.delivery;

import dev.uplift.campaign.Campaigns;
import dev.uplift.channel.Statement.Fault;
import dev.uplift.consent.Consents;
import dev.uplift.platform.Medium;
import dev.uplift.platform.SendId;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Does what follows when a message that a provider took did not arrive. */
@Component
class Aftermath {

    private final Consents consents;
    private final Campaigns campaigns;
    private final Requeue requeue;
    private final Filtered filtered;
    private final Detours detours;

    Aftermath(Consents consents, Campaigns campaigns, Requeue requeue, Filtered filtered, Detours detours) {
        this.consents = consents;
        this.campaigns = campaigns;
        this.requeue = requeue;
        this.filtered = filtered;
        this.detours = detours;
    }

    /**
     * A send that a receipt settled, and why it did not arrive.
     *
     * @param addressFingerprint in hexadecimal digits
     */
    record Failure(
            SendId send,
            int attempt,
            long run,
            String campaign,
            Medium channel,
            String addressFingerprint,
            Fault fault) {}

    void follow(Failure failure, Instant now) {
        switch (failure.fault) {
            case BAD_ADDRESS -> {
                suppress(failure, now);
                detours.take(failure.send, failure.attempt, now);
            }
            case OPTED_OUT -> suppress(failure, now);
            case POLICY -> campaigns.halt(failure.campaign, "a provider refuses its sender or our account", now);
            case FILTERED -> filtered.stop(failure.run, failure.campaign, now);
            case OVERFLOW -> again(failure, Again.OVERFLOW, now);
            case TOO_OLD -> again(failure, Again.TOO_OLD, now);
            case UNREACHABLE -> again(failure, Again.UNREACHABLE, now);
            case UNEXPLAINED -> again(failure, Again.UNEXPLAINED, now);
            case BLOCKED -> {
                // the recipient's own wish for one number; nothing is to be done, and nothing to be tried again
            }
        }
    }

    private void suppress(Failure failure, Instant now) {
        var fingerprint = HexFormat.of().parseHex(failure.addressFingerprint);
        consents.suppress(failure.channel, fingerprint, failure.fault.name(), now);
    }

    private void again(Failure failure, Again cause, Instant now) {
        if (requeue.open(failure.send, now)) {
            requeue.again(failure.send, failure.attempt, cause, now);
        }
    }
}
