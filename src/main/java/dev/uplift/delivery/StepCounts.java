package dev.uplift.delivery;

import java.util.Map;

/**
 * The ledger of one step; the counts add up to planned.
 *
 * @param counts send state to number, both arms; {@code GHOST} are hold-out customers at the moment of their contact
 */
public record StepCounts(
        int step, String kind, String template, long planned, Map<String, Long> counts, Map<String, Long> byChannel) {}
