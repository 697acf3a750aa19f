package dev.uplift.impact.insights;

/**
 * Which answers are looked at; an empty text means all of them.
 *
 * @param kind {@code relational}, {@code transactional} or {@code unknown}; never empty, since kinds are never mixed
 * @param survey key of the survey
 * @param channel of the invitation
 */
public record Scope(String kind, String touchpoint, String survey, String channel, String segment) {

    public Scope {
        if (kind.isEmpty()) {
            throw new IllegalArgumentException("Relational and transactional answers are never mixed in one number");
        }
    }

    /** Whether these answers are in scope, whichever segment they are of. */
    boolean admits(Cell cell) {
        return admits(touchpoint, cell.touchpoint())
                && admits(survey, cell.survey())
                && admits(channel, cell.channel());
    }

    private static boolean admits(String wanted, String found) {
        return wanted.isEmpty() || wanted.equals(found);
    }
}
