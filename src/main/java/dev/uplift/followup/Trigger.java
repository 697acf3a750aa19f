package dev.uplift.followup;

import dev.uplift.audience.Rule;
import dev.uplift.platform.Metric;
import java.util.List;
import java.util.Locale;

/** Something about an answer that somebody should act on. */
sealed interface Trigger {

    boolean fits(Feedback feedback);

    /** An answer of the lowest part of its survey's scale: 0 to 6 of ten, 1 or 2 of five, 1 to 3 of seven. */
    record Unhappy() implements Trigger {

        @Override
        public boolean fits(Feedback feedback) {
            return feedback.metric().part(feedback.score()) == Metric.Part.LOWER;
        }
    }

    /** An answer this low, on the survey's own scale. */
    record ScoreAtMost(int score) implements Trigger {

        @Override
        public boolean fits(Feedback feedback) {
            return feedback.score() <= score;
        }
    }

    /** So many points less than the customer's answer before. */
    record DropAtLeast(int points) implements Trigger {

        @Override
        public boolean fits(Feedback feedback) {
            return feedback.earlier() != null && feedback.earlier() - feedback.score() >= points;
        }
    }

    /** One of these words or beginnings of words in the comment, however they are written. */
    record Words(List<String> words) implements Trigger {

        @Override
        public boolean fits(Feedback feedback) {
            var comment = " " + feedback.comment().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ");
            return words.stream().anyMatch(word -> comment.contains(" " + word.toLowerCase(Locale.ROOT)));
        }
    }

    /** A rule is true of the customer. */
    record About(Rule rule) implements Trigger {

        @Override
        public boolean fits(Feedback feedback) {
            return feedback.belongs().test(rule);
        }
    }

    /** Something about the answer, of certain customers. */
    record Both(Trigger said, Trigger about) implements Trigger {

        @Override
        public boolean fits(Feedback feedback) {
            return said.fits(feedback) && about.fits(feedback);
        }
    }

    /** The customer asked to be called. */
    record WantsCall() implements Trigger {

        @Override
        public boolean fits(Feedback feedback) {
            return feedback.callBack();
        }
    }
}
