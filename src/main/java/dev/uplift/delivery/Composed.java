package dev.uplift.delivery;

import dev.uplift.channel.Outbound;
import dev.uplift.platform.SendId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Claimed sends with their messages; ghosts have none.
 *
 * @param messages the message of each send that could be rendered
 * @param failures for the others why not
 */
public record Composed(Claimed claimed, Map<SendId, Outbound> messages, Map<SendId, String> failures) {

    Composed and(Composed more) {
        var sends = Stream.concat(claimed.sends().stream(), more.claimed.sends().stream());
        return new Composed(claimed.only(sends.toList()), both(messages, more.messages), both(failures, more.failures));
    }

    private static <T> Map<SendId, T> both(Map<SendId, T> some, Map<SendId, T> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }
}
