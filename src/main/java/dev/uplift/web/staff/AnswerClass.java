package dev.uplift.web.staff;

import dev.uplift.impact.Report;
import dev.uplift.platform.Metric;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers that count alike.
 *
 * @param kind suffix of its colour class
 * @param key of its name
 */
record AnswerClass(String kind, String key) {

    /** The classes of a metric, the lowest first. */
    static List<AnswerClass> of(Metric metric) {
        return metric.share()
                ? List.of(
                        new AnswerClass("pass", "staff.answers." + metric.key() + ".others"),
                        new AnswerClass("prom", "staff.answers." + metric.key() + ".upper"))
                : Stream.of("detr", "pass", "prom")
                        .map(kind -> new AnswerClass(kind, "staff.answers." + kind))
                        .toList();
    }

    /** How many of an arm are in each class; null where that may not be seen. */
    static @Nullable List<Long> counts(Report.Arm arm) {
        var satisfied = arm.satisfied();
        if (satisfied != null) {
            return List.of(arm.answered() - satisfied, satisfied);
        }
        return arm.detractors() == null || arm.passives() == null || arm.promoters() == null
                ? null
                : List.of(arm.detractors(), arm.passives(), arm.promoters());
    }

    /** Heads a column of bars. */
    static String heading(Wording wording) {
        return wording.metric().share()
                ? of(wording.metric()).stream().map(one -> one.name(wording)).collect(Collectors.joining(" / ")) + ", %"
                : wording.text("staff.score.shares");
    }

    String name(Wording wording) {
        return wording.text(key);
    }
}
