package dev.uplift.impact.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** A weighting class with both arms, or several merged ones. */
record WeightingClass(String name, long invited, Classes treated, Classes holdOut) {

    /**
     * Fewer answers than this in an arm cannot stand for those who did not answer. Merging gives back the bias that the
     * weights are to remove, so as few classes are merged as the range can bear: at ten, it held the truth less often.
     */
    private static final int FEWEST = 3;

    /**
     * The classes by name, merged until each has three answers in both arms or one is left: the one with the fewest
     * answers joins the one whose response rate over both arms is nearest, since people who answer alike often need alike
     * weights (Little 1986). Ties go by name.
     */
    static List<WeightingClass> of(List<ResponseCell> cells) {
        var byName = new LinkedHashMap<String, WeightingClass>();
        cells.forEach(cell -> byName.merge(cell.name(), of(cell), WeightingClass::with));
        var classes = new ArrayList<>(byName.values());
        classes.sort(Comparator.comparing(WeightingClass::name));
        while (classes.size() > 1) {
            var smallest = classes.stream()
                    .min(Comparator.comparingLong(WeightingClass::fewest))
                    .orElseThrow();
            if (smallest.fewest() >= FEWEST) {
                break;
            }
            classes.remove(smallest);
            var nearest = classes.stream()
                    .min(Comparator.comparingDouble(other -> Math.abs(other.rate() - smallest.rate())))
                    .orElseThrow();
            classes.set(classes.indexOf(nearest), nearest.with(smallest));
        }
        return classes;
    }

    Classes answers(boolean ofTreated) {
        return ofTreated ? treated : holdOut;
    }

    private static WeightingClass of(ResponseCell cell) {
        var none = new Classes(0, 0, 0);
        return new WeightingClass(
                cell.name(),
                cell.invited(),
                cell.treated() ? cell.answers() : none,
                cell.treated() ? none : cell.answers());
    }

    private WeightingClass with(WeightingClass other) {
        return new WeightingClass(
                name, invited + other.invited, treated.plus(other.treated), holdOut.plus(other.holdOut));
    }

    private long fewest() {
        return Math.min(treated.answered(), holdOut.answered());
    }

    private double rate() {
        return invited == 0 ? 0 : (double) (treated.answered() + holdOut.answered()) / invited;
    }
}
