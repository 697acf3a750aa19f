package dev.uplift.impact.insights;

import dev.uplift.impact.stats.Classes;
import org.jspecify.annotations.Nullable;

/**
 * An earlier span, and how far the score has moved since.
 *
 * @param before the earlier span
 * @param earlier its answers
 * @param difference now minus before; null if either has fewer than 30 answers
 */
public record Change(Span before, Classes earlier, @Nullable Difference difference) {

    static Change of(Span before, Cells cells) {
        var earlier = cells.total(true);
        return new Change(before, earlier, Difference.between(cells.total(false), earlier));
    }
}
