package dev.uplift.impact;

import dev.uplift.impact.stats.AttWeighting;
import dev.uplift.impact.stats.Cell;
import dev.uplift.impact.stats.Effect;
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
                Tongue.texts(tongue -> compared(tongue, weighting.effective())));
    }

    private static String nobody(Tongue tongue) {
        return tongue.say(
                "Niemand mit denselben früheren Antworten blieb unangeschrieben.",
                "Nobody with the same earlier answers was left alone.");
    }

    private static String compared(Tongue tongue, double effective) {
        return tongue.say(
                "Verglichen mit Menschen gleicher früherer Antwort, die niemand anschrieb, so gut wie %s (mindestens 100)."
                        + " Geht damit einher, nicht davon verursacht: Warum sie nicht angeschrieben wurden, ist unbekannt.",
                "Compared with people of the same earlier answer whom nobody contacted, as good as %s (at least 100)."
                        + " Goes together with, not caused by: why they were left alone is unknown.",
                tongue.count(Math.round(effective)));
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
