package dev.uplift.channel.sms;

import dev.uplift.channel.Statement;
import dev.uplift.channel.Statement.Fault;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's word on a message, in a callback or in a list.
 *
 * @param sid Twilio's name of the message
 * @param code Twilio's error code; empty without an error
 */
public record StatusReport(String sid, String status, String code) {

    /** What the codes of undelivered messages call for (twilio.com/docs/api/errors); any other is only kept. */
    private static final Map<String, Fault> FAULTS = Map.ofEntries(
            Map.entry("20003", Fault.POLICY),
            Map.entry("21211", Fault.BAD_ADDRESS),
            Map.entry("21610", Fault.OPTED_OUT),
            Map.entry("21614", Fault.BAD_ADDRESS),
            Map.entry("30001", Fault.OVERFLOW),
            Map.entry("30002", Fault.POLICY),
            Map.entry("30003", Fault.UNREACHABLE),
            Map.entry("30004", Fault.BLOCKED),
            Map.entry("30005", Fault.BAD_ADDRESS),
            Map.entry("30006", Fault.BAD_ADDRESS),
            Map.entry("30007", Fault.FILTERED),
            Map.entry("30008", Fault.UNEXPLAINED),
            Map.entry("30036", Fault.TOO_OLD));

    /** The statement; empty without a message id, or with a status that Twilio does not document. */
    public Optional<Statement> statement() {
        var word = status.toLowerCase(Locale.ROOT);
        var state = state(word);
        if (sid.isEmpty() || state == null) {
            return Optional.empty();
        }
        var error = code.isEmpty() ? null : code;
        var fault = state.equals("UNDELIVERED") ? FAULTS.get(code) : null;
        return Optional.of(new Statement("twilio", sid + ":" + word + ":" + code, sid, state, error, fault));
    }

    /** Even a message that only waits is proved to have been taken. */
    private static @Nullable String state(String status) {
        return switch (status) {
            case "accepted", "scheduled", "queued", "sending", "sent" -> "ACCEPTED";
            case "delivered", "read" -> "DELIVERED";
            case "undelivered", "failed", "canceled" -> "UNDELIVERED";
            default -> null;
        };
    }
}
