package dev.uplift.impact.stats;

/**
 * The people of one weighting class in one arm. Classes are made of what is known of everybody invited: earlier answer,
 * segment, channel.
 *
 * @param treated drawn as treated, not as hold-out
 * @param name of the weighting class, the same in both arms
 * @param invited people asked, at least as many as answered
 * @param answers what those who answered said
 */
public record ResponseCell(boolean treated, String name, long invited, Classes answers) {

    public ResponseCell {
        if (invited < answers.answered()) {
            throw new IllegalArgumentException(
                    "%d of %d invited people answered in %s".formatted(answers.answered(), invited, name));
        }
    }
}
