package dev.uplift.delivery;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ledger of one step; the counts add up to planned.
 *
 * @param kind {@code message}, {@code survey}, {@code reminder} or {@code follow-up}
 * @param counts send state to number, both arms; {@code GHOST} are hold-out customers at the moment of their contact
 * @param byChannel channel to number, both arms
 */
public record StepCounts(
        int step, String kind, String template, long planned, Map<String, Long> counts, Map<String, Long> byChannel) {

    StepCounts plus(String state, String channel, long sends) {
        return new StepCounts(
                step, kind, template, planned + sends, added(counts, state, sends), added(byChannel, channel, sends));
    }

    private static Map<String, Long> added(Map<String, Long> counts, String key, long sends) {
        var sum = new LinkedHashMap<>(counts);
        sum.merge(key, sends, Long::sum);
        return sum;
    }
}
