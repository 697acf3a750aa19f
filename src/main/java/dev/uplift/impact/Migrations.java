package dev.uplift.impact;

import dev.uplift.impact.stats.Classes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who moved between the classes, by arm: what the treated did beyond the hold-out is the campaign, the rest is not. */
final class Migrations {

    private static final long SMALLEST_CELL = 5;

    private Migrations() {}

    static Map<String, Report.Migration> of(Comparison comparison) {
        var migrations = new LinkedHashMap<String, Report.Migration>();
        add(migrations, "treated", comparison.treated());
        add(migrations, "holdOut", comparison.holdOut());
        return migrations;
    }

    private static void add(Map<String, Report.Migration> migrations, String name, Side side) {
        if (side.peers().stream().anyMatch(group -> group.earlier() != null && group.answered() > 0)) {
            migrations.put(name, of(side));
        }
    }

    private static Report.Migration of(Side side) {
        var rows = new ArrayList<List<Long>>();
        var metric = side.metric();
        for (var from : metric.codes()) {
            var after = side.peers().stream()
                    .filter(group -> group.earlier() != null && metric.code(group.earlier()) == from)
                    .map(group -> group.answers(metric))
                    .reduce(new Classes(0, 0, 0), Classes::plus);
            rows.add(
                    metric.share()
                            ? row(shown(after.passives()), shown(after.promoters()))
                            : row(shown(after.detractors()), shown(after.passives()), shown(after.promoters())));
        }
        return new Report.Migration(List.copyOf(rows));
    }

    private static @Nullable Long shown(long people) {
        return people > 0 && people < SMALLEST_CELL ? null : (Long) people;
    }

    private static List<Long> row(@Nullable Long... cells) {
        return java.util.Collections.unmodifiableList(java.util.Arrays.asList(cells));
    }
}
