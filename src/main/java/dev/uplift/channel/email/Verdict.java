package dev.uplift.channel.email;

import dev.uplift.channel.SendResult;
import dev.uplift.channel.SendResult.Cause;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one try at handing over a mail showed.
 *
 * @param phase how far it got
 * @param code the relay's reply code in that phase; 0 if it did not answer, -1 if it answered nonsense or hung up
 * @param text the relay's words, or what broke
 */
record Verdict(Phase phase, int code, String text) {

    private static final int LONGEST_REPLY = 500;
    private static final Pattern ENHANCED = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final Pattern QUEUE_ID = Pattern.compile("(?i)queued as ([\\w-]+)|\\bid[= ]<?([\\w.-]{4,})");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Cc}\\s]+");
    private static final Pattern GREYLISTED = Pattern.compile("(?i)gr[ea]y[- ]?list");
    private static final Pattern NOBODY = Pattern.compile(
            "(?i)unknown|no such|not exist|does ?n.t exist|not found|invalid (recipient|mailbox)|no mailbox");
    private static final Pattern NOT_WANTED =
            Pattern.compile("(?i)polic|spam|block|black ?list|reputation|relay|denied|dmarc|spf|dkim|authent");

    /** Whether nothing was handed over because a kept connection had gone stale; a fresh one may be tried at once. */
    boolean stale() {
        return phase == Phase.MAIL && (code <= 0 || code == 421);
    }

    /** Whether the connection is ready for another mail: only where the relay surely forgot the last one. */
    boolean reusable() {
        return code >= 200 && code != 421 && (phase == Phase.RCPT || phase == Phase.DOT);
    }

    /** Whether the relay itself was the trouble: it hung up, kept silent, or is not at work before it knows for whom. */
    boolean relayFailed() {
        return phase != Phase.CONNECT && (code <= 0 || (code == 421 && !recipientKnown()));
    }

    /** Whether the recipient's domain wants less mail; greylisting is about one message, whatever its code. */
    private boolean domainSlow() {
        var enhanced = enhanced();
        var slow = code == 421 || (code / 100 == 4 && enhanced != null && enhanced.startsWith("4.7."));
        return slow && recipientKnown() && !GREYLISTED.matcher(text).find();
    }

    private boolean recipientKnown() {
        return phase.compareTo(Phase.RCPT) >= 0;
    }

    SendResult result(String relay) {
        if (phase == Phase.DOT && code / 100 == 2) {
            return new SendResult.Accepted(relay, queueId(), reply());
        }
        if (code / 100 == 5) {
            return new SendResult.Rejected(relay, fullCode(), reply(), cause());
        }
        if (phase == Phase.DOT && code / 100 != 4) {
            return new SendResult.Unknown(relay, "after the final dot: " + reply());
        }
        return new SendResult.Deferred(relay, code / 100 == 4 ? fullCode() : phase.name(), reply(), domainSlow());
    }

    private Cause cause() {
        var enhanced = enhanced();
        if (enhanced == null) {
            return plainCause();
        }
        if (enhanced.matches("5\\.7\\..*|5\\.1\\.[78]")) {
            return Cause.POLICY;
        }
        return enhanced.startsWith("5.1.") && phase == Phase.RCPT ? Cause.BAD_ADDRESS : Cause.MESSAGE;
    }

    private Cause plainCause() {
        if (phase == Phase.MAIL || NOT_WANTED.matcher(text).find()) {
            return Cause.POLICY;
        }
        var aboutAddress = code == 550 || code == 551 || code == 553;
        return phase == Phase.RCPT && aboutAddress && NOBODY.matcher(text).find() ? Cause.BAD_ADDRESS : Cause.MESSAGE;
    }

    private @Nullable String enhanced() {
        var matcher = ENHANCED.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    private String fullCode() {
        var enhanced = enhanced();
        return enhanced == null ? String.valueOf(code) : code + " " + enhanced;
    }

    private @Nullable String queueId() {
        var matcher = QUEUE_ID.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    private String reply() {
        var line = BLANKS.matcher(text).replaceAll(" ").strip();
        return line.substring(0, Math.min(LONGEST_REPLY, line.length()));
    }
}
