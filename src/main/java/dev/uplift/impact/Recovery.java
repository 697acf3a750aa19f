package dev.uplift.impact;

import dev.uplift.impact.Evidence.Outside;
import dev.uplift.impact.stats.Classes;
import dev.uplift.impact.stats.Effect;
import dev.uplift.impact.stats.Moments;
import dev.uplift.platform.Metric;
import java.util.List;
import java.util.Optional;

/**
 * What people of the same earlier answers did by themselves, as those showed whom other campaigns held back by lot.
 *
 * @param change of the score to expect without any campaign, in points or percentage points
 * @param people held back who answered before and after
 */
record Recovery(Effect change, long people) {

    /** Fewer held back of one class tell nothing about the others of that class. */
    private static final long FEWEST = 30;

    /** Nothing while some class of the contacted has too few who were held back. */
    static Optional<Recovery> of(Side contacted, List<Outside> heldBack) {
        var before = contacted.earlier();
        var metric = contacted.metric();
        var parts = metric.codes().stream()
                .map(code -> new Part(code, people(before, code), after(metric, heldBack, code)))
                .filter(part -> part.contacted > 0)
                .toList();
        if (parts.isEmpty() || parts.stream().anyMatch(part -> part.after.answered() < FEWEST)) {
            return Optional.empty();
        }
        return parts.stream()
                .map(part -> part.change().scaled((double) part.contacted / before.answered()))
                .reduce(Effect::plus)
                .map(change -> new Recovery(
                        change,
                        parts.stream().mapToLong(part -> part.after.answered()).sum()));
    }

    private static long people(Classes classes, int code) {
        return switch (code) {
            case -100 -> classes.detractors();
            case 0 -> classes.passives();
            default -> classes.promoters();
        };
    }

    private static Classes after(Metric metric, List<Outside> heldBack, int code) {
        return heldBack.stream()
                .filter(people -> metric.code(people.earlier()) == code)
                .map(people -> Peers.classes(metric, people.score(), people.people()))
                .reduce(new Classes(0, 0, 0), Classes::plus);
    }

    /** Contacted people whose earlier answer had this code, and what those held back of the same class answered later. */
    private record Part(int code, long contacted, Classes after) {

        Effect change() {
            var later = Moments.of(after);
            return new Effect(later.mean() - code, Math.sqrt(later.variance() / later.count()), later.count() - 1);
        }
    }
}
