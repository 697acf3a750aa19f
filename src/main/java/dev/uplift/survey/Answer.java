package dev.uplift.survey;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said.
 *
 * @param score on the scale of the survey's metric
 * @param reasons chosen reasons, in the words that were shown
 * @param comment free text of at most 2,000 characters, or null
 * @param callBack whether we may call back
 * @param language language of the page
 * @param given answers to further questions by the key of the question: keys of options, or one text
 */
public record Answer(
        int score,
        List<String> reasons,
        @Nullable String comment,
        boolean callBack,
        String language,
        Map<String, List<String>> given) {

    /** An answer to no further questions. */
    public Answer(int score, List<String> reasons, @Nullable String comment, boolean callBack, String language) {
        this(score, reasons, comment, callBack, language, Map.of());
    }
}
