package dev.uplift.delivery;

import dev.uplift.channel.Outbound;
import java.util.List;
import java.util.Locale;

/**
 * A recipient domain whose sends wait in a queue of their own.
 *
 * @param perSecond most mails in any second, or 0 for no limit but a rest it asked for
 */
record Domain(String name, double perSecond) {

    /** What it allows, the same for all streams and nodes. */
    Limit limit() {
        return new Limit(key(name), perSecond, List.of());
    }

    /** The key of its bucket. */
    static String key(String name) {
        return "domain:" + name;
    }

    /** The domain of an address; a phone number has none, so each is a domain of its own. */
    static String of(Outbound message) {
        return message.address().substring(message.address().indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
