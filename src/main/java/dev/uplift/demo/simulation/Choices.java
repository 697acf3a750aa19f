package dev.uplift.demo.simulation;

import dev.uplift.demo.company.Comments;
import dev.uplift.demo.company.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is going to say in a survey.
 *
 * @param fromMail whether the score is chosen by its link in the mail instead of on the page
 * @param reasons how many reasons are ticked
 * @param taste from 0 to 59: which ones
 * @param comment free text, or null
 */
record Choices(
        int score,
        boolean fromMail,
        int reasons,
        int taste,
        @Nullable String comment,
        boolean callBack) {

    private static final double FROM_MAIL = 0.6;
    private static final double COMMENTS = 0.35;
    private static final double CALL_BACK = 0.2;
    private static final int TASTES = 60;
    private static final int MOST_REASONS = 2;
    private static final int BEST_DETRACTOR = 6;

    static Choices of(Person person, String occasion, double shift) {
        var score = person.score(occasion, shift);
        return new Choices(
                score,
                person.share("from mail:" + occasion) < FROM_MAIL,
                (int) (person.share("reasons:" + occasion) * (MOST_REASONS + 1)),
                (int) (person.share("taste:" + occasion) * TASTES),
                person.share("comments:" + occasion) < COMMENTS
                        ? person.pick(Comments.of(score).in(person), "comment:" + occasion)
                        : null,
                score <= BEST_DETRACTOR && person.share("call back:" + occasion) < CALL_BACK);
    }

    /** The address to start at. */
    String start(String link) {
        return fromMail ? link + "?score=" + score : link;
    }

    /** Which of so many reasons are ticked. */
    List<Integer> ticked(int offered) {
        return java.util.stream.IntStream.range(0, Math.min(reasons, offered))
                .mapToObj(i -> (taste + 5 * i) % offered)
                .distinct()
                .toList();
    }
}
