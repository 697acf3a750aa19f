package dev.uplift.impact.insights;

import dev.uplift.impact.stats.Classes;

/**
 * Answers by what reached the customer since the answer before.
 *
 * @param kind {@code message}, {@code survey} or {@code none}
 * @param channel of the contacts; empty for none
 * @param contacts 1, 2, or 3 for three and more; 0 for none
 */
public record Contact(String kind, String channel, int contacts, Classes answers) {}
