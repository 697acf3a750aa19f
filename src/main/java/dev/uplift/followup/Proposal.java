package dev.uplift.followup;

import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An improvement that somebody proposes, from single cases or from all of a root cause.
 *
 * @param title 1 to 200 characters
 * @param cases numbers of cases that show it; at most 500
 * @param desk of the root cause, or null
 * @param rootCause key; with it the desk's cases closed with it since then belong to it
 * @param since null without a root cause
 * @param details owner, due day and campaign
 */
public record Proposal(
        String title,
        List<Long> cases,
        @Nullable String desk,
        @Nullable String rootCause,
        @Nullable Instant since,
        Details details) {

    private static final int LONGEST = 200;
    private static final int MOST = 500;

    /**
     * What may be changed later.
     *
     * @param owner department that answers for it, at most 200 characters; may be empty
     * @param due day until when, or null
     * @param campaign key of the campaign that is to show the effect, or null
     */
    public record Details(
            String owner, @Nullable LocalDate due, @Nullable String campaign) {

        /** Throws {@link InvalidInput} for an owner that is too long. */
        public Details {
            if (owner.length() > LONGEST) {
                throw new InvalidInput(List.of(tooLong("owner", owner)));
            }
        }

        /** In one line, as the history keeps it. */
        String words() {
            var words = new ArrayList<String>();
            if (!owner.isEmpty()) {
                words.add(owner);
            }
            if (due != null) {
                words.add(due.toString());
            }
            if (campaign != null) {
                words.add(campaign);
            }
            return String.join(" · ", words);
        }
    }

    /** Throws {@link InvalidInput} naming everything that is missing or too long. */
    public Proposal {
        cases = List.copyOf(cases);
        var problems = new ArrayList<Problem>();
        if (title.isBlank()) {
            problems.add(Problem.error("title", "An improvement needs a title.", "Say what is to change."));
        } else if (title.length() > LONGEST) {
            problems.add(tooLong("title", title));
        }
        if (cases.size() > MOST) {
            problems.add(Problem.error(
                    "cases", cases.size() + " cases are too many at once.", "Give at most " + MOST + "."));
        }
        if (cases.isEmpty() && (desk == null || rootCause == null || since == null)) {
            problems.add(Problem.error(
                    "cases",
                    "Nothing says from which cases it comes.",
                    "Give case numbers, or a desk, one of its root causes and since when."));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(List.copyOf(problems));
        }
    }

    private static Problem tooLong(String field, String text) {
        return Problem.error(
                field, "This has " + text.length() + " characters.", "Write at most " + LONGEST + " characters.");
    }
}
