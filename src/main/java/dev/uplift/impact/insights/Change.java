package dev.uplift.impact.insights;

import dev.uplift.impact.stats.Classes;
import dev.uplift.impact.stats.MixShift;
import org.jspecify.annotations.Nullable;

/**
 * How far the score has moved from one span to another.
 *
 * @param later answers of the later span
 * @param earlier answers of the earlier one
 * @param difference later minus earlier; null if either has fewer than 30 answers
 * @param mix how much of it other surveys and channels make; null without a difference, or with one survey and channel only
 */
public record Change(
        Contrast spans,
        Classes later,
        Classes earlier,
        @Nullable Difference difference,
        @Nullable MixShift mix) {

    static Change of(Contrast spans, Cells later, Cells earlier) {
        var difference = Difference.between(later.total(), earlier.total());
        var kinds = Cells.kinds(earlier, later);
        return new Change(
                spans,
                later.total(),
                earlier.total(),
                difference,
                difference == null || kinds.size() < 2 ? null : MixShift.of(kinds));
    }
}
