package dev.uplift.channel;

import dev.uplift.channel.Statement.Fault;
import dev.uplift.platform.SendId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message that came in, as far as its form tells what it is; nothing of it is proved. */
public sealed interface Incoming {

    /** The same for the same message: its Message-ID, or a digest of it without one. */
    String key();

    /**
     * A mail server says that a mail did not arrive (RFC 3464), or a provider that somebody complained about one (RFC 5965).
     *
     * @param state {@code BOUNCED} or {@code COMPLAINED}
     * @param code enhanced status code of a bounce such as {@code 5.1.1}
     * @param tokens the ends of all opt-out links in the returned headers; one of ours proves that the mail was ours
     */
    record Report(
            String key,
            String state,
            @Nullable String code,
            @Nullable Fault fault,
            List<String> tokens) implements Incoming {}

    /**
     * Somebody wrote.
     *
     * @param from mail address as the message has it
     * @param about the mails of ours that it answers, the nearest first
     * @param text without what it quotes, at most 2,000 characters; may be empty
     */
    record Letter(String key, String from, List<SendId> about, String text) implements Incoming {}

    /** A machine answered, or a mail is only late: nothing is to be done. */
    record Noise(String key) implements Incoming {}

    /** It is too large, or no message that can be read. */
    record Unreadable(String key) implements Incoming {}
}
