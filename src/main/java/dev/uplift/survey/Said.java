package dev.uplift.survey;

/** What is said back to somebody who wrote an SMS. */
public enum Said {
    /** What the reason is; the score is stored. */
    WHY,
    /** Thanks; the reason is stored. */
    THANKS,
    /** That the score has been changed. */
    CHANGED,
    /** That a number is wanted. */
    NUMBER,
    /** That it is too late. */
    EXPIRED,
    /** That nothing was asked. */
    NOTHING,
    /** Who we are. */
    HELP,
    /** Nothing. */
    SILENCE,
    /** Nothing, since the number wants no SMS any more. */
    STOP;

    /** Whether what was written is an answer, or belongs to one. */
    public boolean stored() {
        return this == WHY || this == THANKS || this == CHANGED;
    }
}
