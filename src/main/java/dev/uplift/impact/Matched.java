package dev.uplift.impact;

import dev.uplift.impact.stats.AttWeighting;
import dev.uplift.impact.stats.Cell;
import dev.uplift.impact.stats.EValue;
import dev.uplift.impact.stats.Effect;
import dev.uplift.impact.stats.Moments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Those contacted beside customers with the same earlier answer whom nobody contacted (level D of the ladder). */
record Matched(Optional<Effect> effect, boolean fits, Map<String, String> why) {

    private static final double FEWEST_EFFECTIVE = 100;
    private static final double MOST_IMBALANCE = .1;

    static Matched of(Evidence evidence) {
        var cells = cells(evidence);
        if (cells.stream().noneMatch(Cell::treated) || cells.stream().allMatch(Cell::treated) || alone(cells)) {
            return new Matched(Optional.empty(), false, Tongue.texts(Matched::nobody));
        }
        var weighting = AttWeighting.of(cells);
        return new Matched(
                Optional.of(weighting.effect()),
                weighting.effective() >= FEWEST_EFFECTIVE && weighting.imbalanceAfter() < MOST_IMBALANCE,
                Tongue.texts(tongue -> compared(tongue, weighting.effective(), unseen(weighting.effect(), cells))));
    }

    private static String nobody(Tongue tongue) {
        return tongue.say(
                "Niemand mit denselben früheren Antworten blieb unangeschrieben.",
                "Nobody with the same earlier answers was left alone.");
    }

    /** How many times likelier something unseen would have to make both contact and content to explain the difference. */
    private static double unseen(Effect effect, List<Cell> cells) {
        var people = cells.stream().mapToDouble(Cell::count).sum();
        var sum = cells.stream()
                .mapToDouble(cell -> cell.count() * cell.outcome())
                .sum();
        var squares = cells.stream()
                .mapToDouble(cell -> cell.count() * cell.outcome() * cell.outcome())
                .sum();
        var deviation = Math.sqrt(Moments.ofSums(people, sum, squares).variance());
        return deviation == 0 ? 1 : EValue.of(effect.points(), deviation);
    }

    private static String compared(Tongue tongue, double effective, double unseen) {
        return tongue.say(
                "Verglichen mit Menschen gleicher früherer Antwort, die niemand anschrieb, so gut wie %s (mindestens 100)."
                        + " Geht damit einher, nicht davon verursacht: Warum sie nicht angeschrieben wurden, ist unbekannt. Etwas Unbekanntes,"
                        + " das beides etwa %s-mal so wahrscheinlich macht, angeschrieben und zufrieden zu sein, würde den"
                        + " Unterschied ganz erklären.",
                "Compared with people of the same earlier answer whom nobody contacted, as good as %s (at least 100)."
                        + " Goes together with, not caused by: why they were left alone is unknown. Something unseen that"
                        + " makes both about %s times as likely, to be contacted and to be content, would explain it all.",
                tongue.count(Math.round(effective)),
                tongue.tenths(unseen));
    }

    /** No earlier answer was given by two contacted people and two others. */
    private static boolean alone(List<Cell> cells) {
        return cells.stream()
                .map(Cell::stratum)
                .distinct()
                .noneMatch(answer -> people(cells, answer, true) >= 2 && people(cells, answer, false) >= 2);
    }

    private static long people(List<Cell> cells, String earlier, boolean treated) {
        return cells.stream()
                .filter(cell -> cell.treated() == treated && cell.stratum().equals(earlier))
                .mapToLong(Cell::count)
                .sum();
    }

    private static List<Cell> cells(Evidence evidence) {
        var metric = evidence.plan().asks();
        var contacted = evidence.peers().stream()
                .filter(group -> group.treated() && group.earlier() != null)
                .flatMap(group -> group.cells(metric::code))
                .map(cell ->
                        new Cell(true, String.valueOf(cell.earlier()), cell.earlier(), cell.outcome(), cell.count()));
        var others = evidence.outside().stream()
                .map(people -> new Cell(
                        false,
                        String.valueOf((double) people.earlier()),
                        (double) people.earlier(),
                        metric.code(people.score()),
                        people.people()));
        return Stream.concat(contacted, others).toList();
    }
}
