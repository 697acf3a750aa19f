package dev.uplift.impact;

/**
 * What a report is about.
 *
 * @param campaign key of the campaign; its newest run that has sends is reported
 * @param worth smallest effect worth having, in points
 * @param audienceUsesOutcome whether the audience was chosen by an earlier answer, which rules out before/after wording
 * @param holdOut planned share of the hold-out, 0 to 1
 */
public record Question(String campaign, String metric, int worth, boolean audienceUsesOutcome, double holdOut) {}
