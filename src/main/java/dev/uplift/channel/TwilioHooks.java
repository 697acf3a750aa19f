package dev.uplift.channel;

import dev.uplift.channel.sms.Accounts;
import dev.uplift.channel.sms.Signature;
import dev.uplift.platform.SendId;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Understands and authenticates what Twilio posts to us. */
@Component
public class TwilioHooks {

    private static final String PROVIDER = "twilio";

    private final Accounts accounts;

    /** Checks signatures with the token of the account in use. */
    public TwilioHooks(ChannelSettings settings, ObjectProvider<TwilioSource> builtIn) {
        this.accounts = new Accounts(settings, builtIn);
    }

    /** Whether the signature (HMAC-SHA1 over URL and sorted parameters) is Twilio's; false without a token. */
    public boolean authentic(String url, Map<String, String> parameters, String signature) {
        return accounts.current()
                .map(account -> Signature.valid(account.authToken(), url, parameters, signature))
                .orElse(false);
    }

    /** The receipt in a status callback; empty for states that settle nothing, such as {@code queued}. */
    public Optional<Receipt> receipt(SendId send, Map<String, String> parameters, Instant now) {
        var sid = first(parameters, "MessageSid", "SmsSid");
        var status = first(parameters, "MessageStatus", "SmsStatus").toLowerCase(Locale.ROOT);
        var code = first(parameters, "ErrorCode", "ErrorCode");
        var state = state(status);
        if (sid.isEmpty() || state == null) {
            return Optional.empty();
        }
        var key = sid + ":" + status + ":" + code;
        return Optional.of(new Receipt(PROVIDER, key, send, state, code.isEmpty() ? null : code, now));
    }

    /** Whether an inbound SMS asks us to stop, in the words of the languages we write. */
    public boolean stops(String body) {
        return StopWords.in(body);
    }

    private static @Nullable String state(String status) {
        return switch (status) {
            case "sent" -> "ACCEPTED";
            case "delivered", "read" -> "DELIVERED";
            case "undelivered", "failed", "canceled" -> "UNDELIVERED";
            default -> null;
        };
    }

    private static String first(Map<String, String> parameters, String name, String older) {
        return parameters.getOrDefault(name, parameters.getOrDefault(older, "")).strip();
    }
}
