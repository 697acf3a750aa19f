package dev.uplift.alert;

import dev.uplift.alert.Condition.Attribute;
import dev.uplift.alert.Condition.CasesOverdue;
import dev.uplift.alert.Condition.OneCase;
import dev.uplift.alert.Condition.ScoreBelow;
import dev.uplift.alert.Condition.SendingStopped;
import dev.uplift.platform.Durations;
import dev.uplift.platform.Metric;
import dev.uplift.survey.Definition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code when:} of an alert. */
final class ConditionReader {

    private static final String REMEDY =
            "Write one of score-below, cases-overdue, case and sending-stopped, e.g. { cases-overdue: { more-than: 20 } }.";

    private static final List<String> KINDS = List.of("score-below", "cases-overdue", "case", "sending-stopped");

    private static final int FEWEST = 30;
    private static final Duration USUAL_SPAN = Duration.ofDays(30);

    private ConditionReader() {}

    static @Nullable Condition read(Definition rule) {
        var when = rule.mapping("when", REMEDY).orElse(null);
        if (when == null) {
            if (!rule.has("when")) {
                rule.problem("Nothing says when.", REMEDY);
            }
            return null;
        }
        if (KINDS.stream().filter(when::has).count() != 1) {
            when.problem("An alert has one reason.", REMEDY);
            return null;
        }
        return Stream.of(score(when), overdue(when), oneCase(when), stopped(when))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static Optional<Condition> score(Definition when) {
        return when.mapping("score-below", "Write { metric: nps, points: 10 }.").map(it -> {
            var metric = it.value("metric", text -> Metric.of(text).orElse(null), "Write " + Metric.choice() + ".")
                    .orElse(Metric.NPS);
            return new ScoreBelow(
                    metric,
                    it.value("touchpoint", text -> text, "Write a touchpoint.").orElse(""),
                    it.required("points", text -> within(text, metric.leastScore(), 100), points(metric))
                            .orElse(0),
                    it.value("answers", text -> within(text, FEWEST, 1_000_000), "Write how many, at least 30.")
                            .orElse(FEWEST),
                    it.value("within", Durations::parse, "Write a time such as 30d.")
                            .orElse(USUAL_SPAN));
        });
    }

    private static String points(Metric metric) {
        return "Write a whole number from " + metric.leastScore() + " to 100.";
    }

    private static Optional<Condition> overdue(Definition when) {
        return when.mapping("cases-overdue", "Write { more-than: 20 }.")
                .map(it -> new CasesOverdue(
                        it.value("desk", text -> text, "Write the key of a desk.")
                                .orElse(""),
                        it.required("more-than", text -> within(text, 0, 1_000_000), "Write how many, e.g. 20.")
                                .orElse(0)));
    }

    private static Optional<Condition> oneCase(Definition when) {
        return when.mapping("case", "Write { score-at-most: 2 }.").map(it -> {
            var score = it.value("score-at-most", text -> within(text, 0, 10), "Write a score from 0 to 10.");
            var words = it.items("words", "Write a list such as [lawyer, cancel].").stream()
                    .flatMap(word -> Definition.converted(word, "words", text -> text, "Write a word.").stream())
                    .toList();
            if (it.has("attribute") != it.has("value")) {
                it.problem("An attribute needs a value.", "Write e.g. attribute: tier, value: A.");
            }
            var attribute = it.value("attribute", text -> text, "Write the name of an attribute.")
                    .flatMap(name -> it.value("value", text -> text, "Write its value.")
                            .map(value -> new Attribute(name, value)));
            return new OneCase(score.orElse(null), words, attribute.orElse(null));
        });
    }

    private static Optional<Condition> stopped(Definition when) {
        return when.value("sending-stopped", text -> text.equals("true") ? new SendingStopped() : null, "Write true.")
                .map(stopped -> stopped);
    }

    private static @Nullable Integer within(String text, int least, int most) {
        var number = Integer.parseInt(text);
        return number < least || number > most ? null : (Integer) number;
    }
}
