package dev.uplift.survey;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said.
 *
 * @param score on the scale of the survey's metric
 * @param reasons chosen reasons, in the words that were shown
 * @param comment free text of at most 2,000 characters, or null
 * @param callBack whether we may call back
 * @param language language of the page
 */
public record Answer(
        int score, List<String> reasons, @Nullable String comment, boolean callBack, String language) {}
