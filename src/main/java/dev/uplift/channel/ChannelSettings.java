package dev.uplift.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we get out of the house; while empty, mail goes to the built-in inbox and SMS to the built-in phone.
 *
 * @param mail relays and sender of mails
 * @param twilio account for SMS
 */
@ConfigurationProperties("uplift")
public record ChannelSettings(
        @DefaultValue Mail mail, @Nullable Twilio twilio) {

    /** Whether neither a relay nor Twilio is set, so that nothing can leave the machine. */
    public boolean local() {
        return mail.relays().isEmpty() && twilio == null;
    }

    /**
     * Mail settings.
     *
     * @param relays tried in this order
     * @param from sender address
     */
    public record Mail(
            @DefaultValue List<Relay> relays,
            @DefaultValue("service@nordwerk.example") String from) {}

    /**
     * Twilio settings.
     *
     * @param accountSid account
     * @param authToken its secret, also the key of webhook signatures
     * @param rate most SMS in any second, or 0 for no limit
     * @param connections requests at the same time at most
     */
    public record Twilio(
            String accountSid,
            String authToken,
            @Nullable String messagingServiceSid,
            @Nullable String from,
            @DefaultValue("https://api.twilio.com") String baseUrl,
            @DefaultValue("0") double rate,
            @DefaultValue("16") int connections) {}
}
