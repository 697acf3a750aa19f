package dev.uplift.survey;

import dev.uplift.platform.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A definition that is not in force.
 *
 * @param survey what would be asked, or null if the text has errors
 * @param problems what is wrong with the text, in its order
 */
public record Draft(@Nullable Survey survey, List<Problem> problems) {}
