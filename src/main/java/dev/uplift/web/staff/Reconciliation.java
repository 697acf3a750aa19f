package dev.uplift.web.staff;

import dev.uplift.delivery.Plan;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** From the audience to those to contact, so that everybody is accounted for. */
record Reconciliation(
        String audience,
        String holdOut,
        String holdOutShare,
        String leftOut,
        List<Line> reasons,
        String toContact,
        List<Line> channels) {

    /** Something and how often. */
    record Line(String name, String count) {}

    static Reconciliation of(Plan plan, double holdOutShare, Wording wording) {
        var leftOut =
                plan.leftOut().values().stream().mapToLong(Long::longValue).sum();
        return new Reconciliation(
                wording.count(plan.audience()),
                wording.count(plan.holdOut()),
                wording.percent(holdOutShare),
                wording.count(leftOut),
                lines(plan.leftOut(), "staff.reason.", wording),
                wording.count(plan.toContact()),
                lines(plan.byChannel(), "staff.channel.", wording));
    }

    /** The largest first. */
    static List<Line> lines(Map<String, Long> counts, String prefix, Wording wording) {
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(count -> new Line(wording.word(prefix, count.getKey()), wording.count(count.getValue())))
                .toList();
    }
}
