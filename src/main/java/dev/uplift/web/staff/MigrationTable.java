package dev.uplift.web.staff;

import dev.uplift.impact.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Who of an arm moved from which class (rows) to which (columns), the lowest first. */
record MigrationTable(String arm, List<String> columns, List<Row> rows) {

    private static final String FEW = "< 5";

    /** Those who were in a class before. */
    record Row(String name, List<String> cells) {}

    static List<MigrationTable> of(Report report, List<NamedArm> arms, Wording wording) {
        var names = AnswerClass.of(wording.metric()).stream()
                .map(one -> one.name(wording))
                .toList();
        return arms.stream()
                .filter(arm -> report.migration().containsKey(side(arm)))
                .map(arm -> new MigrationTable(
                        arm.name(),
                        names,
                        rows(Objects.requireNonNull(report.migration().get(side(arm))), names, wording)))
                .toList();
    }

    private static String side(NamedArm arm) {
        return arm.kind().equals("treated") ? "treated" : "holdOut";
    }

    private static List<Row> rows(Report.Migration migration, List<String> names, Wording wording) {
        var rows = new ArrayList<Row>();
        for (var place = 0; place < migration.people().size(); place++) {
            rows.add(new Row(names.get(place), cells(migration.people().get(place), wording)));
        }
        return List.copyOf(rows);
    }

    /** Shares make arms of different size comparable; beside a hidden number they would give it away. */
    private static List<String> cells(List<Long> people, Wording wording) {
        var hidden = people.stream().anyMatch(Objects::isNull);
        var all = people.stream()
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        return people.stream()
                .map(cell -> cell == null
                        ? FEW
                        : hidden || all == 0
                                ? wording.count(cell)
                                : wording.count(cell) + " (" + wording.percent((double) cell / all) + ")")
                .toList();
    }
}
