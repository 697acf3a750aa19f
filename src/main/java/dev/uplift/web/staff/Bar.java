package dev.uplift.web.staff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A horizontal bar in parts, drawn as SVG.
 *
 * @param label the same in words
 */
record Bar(List<Part> parts, String label) {

    /** From what is known best to what is not known; other verdicts come last. */
    private static final List<String> VERDICTS = List.of(
            "TOO_EARLY", "NOT_ENOUGH", "NO_RELEVANT_EFFECT", "NO_BENEFIT", "HARM", "PROVEN_SMALL", "PROVEN_WORTH");

    private static final Comparator<String> BY_VERDICT =
            Comparator.<String>comparingInt(VERDICTS::indexOf).reversed().thenComparing(Comparator.naturalOrder());

    /**
     * One part of a bar.
     *
     * @param kind suffix of its colour class
     * @param x left end in percent of the bar
     * @param width in percent of the bar
     */
    record Part(String kind, String name, String count, double x, double width) {

        /** The middle, where its number stands. */
        double middle() {
            return x + width / 2;
        }

        /** Whether a number fits in. */
        boolean roomy() {
            return width >= 9;
        }
    }

    /** Where the sends are; parts without sends are left out. */
    static Bar ofSends(Map<String, Long> counts, Wording wording) {
        var numbers = Stream.of(Stage.values()).map(stage -> stage.in(counts)).toList();
        var names = Stream.of(Stage.values())
                .map(stage -> wording.text("staff.stage." + stage.key()))
                .toList();
        return of(Stream.of(Stage.values()).map(Stage::key).toList(), names, numbers, wording);
    }

    /** How answers fall into detractors, passives and promoters, or into those below the upper answers and these. */
    static Bar ofAnswers(List<Long> counts, Wording wording) {
        var classes = AnswerClass.of(wording.metric());
        return of(
                        classes.stream().map(AnswerClass::kind).toList(),
                        classes.stream().map(one -> one.name(wording)).toList(),
                        counts,
                        wording)
                .inPercent(wording);
    }

    /** How often a report says what; verdicts that are never given are left out. */
    static Bar ofVerdicts(Map<String, Double> shares, Wording wording) {
        var codes = shares.keySet().stream().sorted(BY_VERDICT).toList();
        var bar = of(
                codes.stream()
                        .map(code ->
                                "verdict v-" + code.toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList(),
                codes.stream().map(code -> wording.word("staff.verdict.", code)).toList(),
                codes.stream()
                        .map(code -> Math.round(1000 * shares.getOrDefault(code, 0.0)))
                        .toList(),
                wording);
        return bar.inPercent(wording);
    }

    /** The same with its shares instead of its counts, in whole percent. */
    private Bar inPercent(Wording wording) {
        var shares = parts.stream()
                .map(part -> new Part(part.kind, part.name, wording.count(Math.round(part.width)), part.x, part.width))
                .toList();
        return new Bar(shares, labelOf(shares, "\u00a0%"));
    }

    private static Bar of(List<String> kinds, List<String> names, List<Long> numbers, Wording wording) {
        var whole = numbers.stream().mapToLong(Long::longValue).sum();
        var parts = new ArrayList<Part>();
        var x = 0.0;
        for (var i = 0; i < kinds.size(); i++) {
            if (numbers.get(i) > 0) {
                var width = 100.0 * numbers.get(i) / whole;
                parts.add(new Part(kinds.get(i), names.get(i), wording.count(numbers.get(i)), x, width));
                x += width;
            }
        }
        return new Bar(List.copyOf(parts), labelOf(parts, ""));
    }

    private static String labelOf(List<Part> parts, String unit) {
        return parts.stream()
                .map(part -> part.count + unit + " " + part.name)
                .reduce((left, right) -> left + ", " + right)
                .orElse("");
    }
}
