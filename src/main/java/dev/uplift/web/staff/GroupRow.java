package dev.uplift.web.staff;

import dev.uplift.impact.insights.Group;
import dev.uplift.impact.insights.Judgement;
import dev.uplift.impact.insights.Trend;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A segment at a touchpoint by a channel.
 *
 * @param address the page narrowed to this group
 * @param course its score over time; null with fewer than two weeks or months to draw
 * @param few whether it has too few answers to go by
 * @param difference to the rest; null if either side has too few answers
 */
record GroupRow(
        String segment,
        String touchpoint,
        String channel,
        String address,
        String answers,
        String score,
        String range,
        @Nullable Sparkline course,
        boolean few,
        @Nullable Beside difference) {

    /**
     * The difference to the rest.
     *
     * @param shrunken what of it remains beside the other groups
     * @param judgement whether chance may explain it, with p
     */
    record Beside(Moved moved, String shrunken, String judgement) {

        static @Nullable Beside of(@Nullable Judgement judgement, Wording wording) {
            var moved = judgement == null ? null : Moved.of(judgement.difference(), wording);
            return judgement == null || moved == null
                    ? null
                    : new Beside(
                            moved,
                            wording.difference(judgement.shrunken()),
                            wording.text(
                                    judgement.clear() ? "staff.groups.clear" : "staff.groups.open",
                                    wording.probability(judgement.adjustedP())));
        }
    }

    static List<GroupRow> all(List<Group> groups, InsightsForm form, Dates dates) {
        var scale = Sparkline.scale(groups.stream().map(Group::trend).toList());
        return groups.stream()
                .map(group -> of(group, Sparkline.of(group.trend(), scale, dates), form, dates.wording()))
                .toList();
    }

    private static GroupRow of(Group group, @Nullable Sparkline course, InsightsForm form, Wording wording) {
        var narrowed = Map.of("segment", group.segment(), "touchpoint", group.touchpoint(), "channel", group.channel());
        return new GroupRow(
                group.segment().isEmpty() ? wording.text("staff.insights.everybody") : group.segment(),
                group.touchpoint(),
                wording.word("staff.channel.", group.channel()),
                form.address(narrowed),
                wording.count(group.answers().answered()),
                ScoreFigure.score(group.answers(), wording),
                ScoreFigure.range(group.answers(), wording),
                course,
                group.answers().answered() < Trend.FEWEST,
                Beside.of(group.difference(), wording));
    }
}
