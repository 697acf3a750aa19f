package dev.uplift.campaign;

import java.time.Duration;
import java.util.Map;

/**
 * One planned contact of a run.
 *
 * @param number 1-based position; a reminder is a step of its own
 * @param kind a message (which the hold-out does not get), or a survey invitation or its reminder (which everybody gets)
 * @param template key of the template, which for surveys is the key of the survey too
 * @param after time after the step before
 * @param variants variant to share, in order; shares add up to 1; empty without variants
 * @param of for a reminder the number of its survey step, else the step's own number
 */
public record Step(int number, Kind kind, String template, Duration after, Map<String, Double> variants, int of) {

    /** What a step does. */
    public enum Kind {
        MESSAGE,
        SURVEY,
        REMINDER,
        /** What answers the customer's answer; never among the steps that are planned at the start of a run. */
        FOLLOW_UP
    }
}
