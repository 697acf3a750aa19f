package dev.uplift.impact.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Made-up answers for tests. */
final class Samples {

    private Samples() {}

    /** One cell per person of the panel of twelve against twelve. */
    static List<Cell> panel() {
        var vector = Vectors.of("TV8_panel");
        var cells = new ArrayList<Cell>();
        for (var arm : List.of("T", "C")) {
            var earlier = Vectors.numbers(vector.get(arm + "pre"));
            var later = Vectors.numbers(vector.get(arm + "post"));
            for (var i = 0; i < earlier.length; i++) {
                cells.add(cell(arm.equals("T"), "", earlier[i], Vectors.points(later[i])));
            }
        }
        return cells;
    }

    /** A company with three segments, earlier answers of two thirds and a fifth held out. */
    static List<Cell> company(long seed, int people) {
        var random = new SplittableRandom(seed);
        var cells = new ArrayList<Cell>();
        for (var i = 0; i < people; i++) {
            var mood = random.nextInt(11);
            var answer = Math.max(0, Math.min(10, mood + random.nextInt(5) - 1));
            var segment = "segment " + random.nextInt(3);
            cells.add(cell(
                    random.nextInt(5) > 0,
                    segment,
                    random.nextInt(3) == 0 ? null : (double) mood,
                    Vectors.points(answer)));
        }
        return cells;
    }

    /** The same people, those alike in one cell. */
    static List<Cell> gathered(List<Cell> people) {
        return people.stream()
                .collect(Collectors.groupingBy(cell -> counted(cell, 1), Collectors.summingLong(Cell::count)))
                .entrySet()
                .stream()
                .map(alike -> counted(alike.getKey(), alike.getValue()))
                .toList();
    }

    private static Cell counted(Cell cell, long people) {
        return new Cell(cell.treated(), cell.stratum(), cell.earlier(), cell.outcome(), people);
    }

    static Cell cell(boolean treated, String stratum, @Nullable Double earlier, double outcome) {
        return new Cell(treated, stratum, earlier, outcome, 1);
    }
}
