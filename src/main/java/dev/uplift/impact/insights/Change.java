package dev.uplift.impact.insights;

import dev.uplift.impact.stats.Classes;
import dev.uplift.impact.stats.MixShift;
import org.jspecify.annotations.Nullable;

/**
 * An earlier span, and how far the score has moved since.
 *
 * @param before the earlier span
 * @param earlier its answers
 * @param difference now minus before; null if either has fewer than 30 answers
 * @param mix how much of it other surveys and channels make; null without a difference, or with one survey and channel only
 */
public record Change(
        Span before,
        Classes earlier,
        @Nullable Difference difference,
        @Nullable MixShift mix) {

    static Change of(Span before, Cells cells) {
        var earlier = cells.total(true);
        var difference = Difference.between(cells.total(false), earlier);
        var kinds = cells.kinds();
        return new Change(
                before, earlier, difference, difference == null || kinds.size() < 2 ? null : MixShift.of(kinds));
    }
}
