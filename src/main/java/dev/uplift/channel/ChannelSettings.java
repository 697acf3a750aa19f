package dev.uplift.channel;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
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
     * @param domains most mails in any second to a recipient domain, on all relays and nodes together; set as
     *     {@code uplift.mail.domains.gmail.com.rate}, above 0, and it may be a fraction
     */
    public record Mail(
            @DefaultValue List<Relay> relays,
            @DefaultValue("service@nordwerk.example") String from,
            @DefaultValue Map<String, Double> domains) {

        private static final int MOST = 1_000_000;
        private static final String RATE = ".rate";
        private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

        public Mail {
            var rates = new HashMap<String, Double>();
            domains.forEach((key, rate) -> rates.put(domain(key), rate(key, rate)));
            domains = Map.copyOf(rates);
        }

        private static String domain(String key) {
            var name = key.toLowerCase(Locale.ROOT).replaceFirst("\\.rate$", "");
            if (!key.endsWith(RATE) || !DOMAIN.matcher(name).matches()) {
                throw new IllegalArgumentException("uplift.mail.domains." + key
                        + " is not known; name a domain and its rate, such as uplift.mail.domains.gmail.com.rate.");
            }
            return name;
        }

        private static Double rate(String key, Double rate) {
            if (!(rate > 0 && rate <= MOST)) {
                throw new IllegalArgumentException("uplift.mail.domains." + key + " is " + rate
                        + "; use mails a second, above 0 and up to " + MOST + ".");
            }
            return rate;
        }
    }

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
