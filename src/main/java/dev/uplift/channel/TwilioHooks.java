package dev.uplift.channel;

import dev.uplift.platform.SendId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Understands and authenticates what Twilio posts to us. */
@Component
public class TwilioHooks {

    /** Whether the signature (HMAC-SHA1 over URL and sorted parameters) is Twilio's; false without a token. */
    public boolean authentic(String url, Map<String, String> parameters, String signature) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The receipt in a status callback; empty for states that settle nothing, such as {@code queued}. */
    public Optional<Receipt> receipt(SendId send, Map<String, String> parameters, Instant now) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Whether an inbound SMS asks us to stop, in the words of the languages we write. */
    public boolean stops(String body) {
        throw new UnsupportedOperationException("not built yet");
    }
}
