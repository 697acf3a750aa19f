package dev.uplift.strategy;

import dev.uplift.impact.insights.Scope;
import dev.uplift.platform.Durations;
import dev.uplift.survey.Definition;
import dev.uplift.survey.Grammar;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a key result, which becomes whole only if nothing is reported. */
record KeyResultReader(Texts texts, Names names) {

    static final Grammar GRAMMAR = Grammar.of(
            "name", "metric", "kind", "touchpoint", "survey", "segment", "from", "start", "target", "by", "window");

    private static final String POINTS = "Write whole points from -100 to 100, e.g. 20.";
    private static final String DATE = "Write a date, e.g. 2027-03-31.";
    private static final int SHORTEST = 7;
    private static final int LONGEST = 730;
    private static final int USUAL = 90;

    KeyResult read(Definition definition) {
        definition.required("metric", text -> only(Set.of("nps"), text), "Write nps; it is the only metric yet.");
        var keyResult = new KeyResult(
                texts.read(definition, "name"),
                scope(definition),
                definition.value("from", KeyResultReader::points, POINTS).orElse(null),
                definition.required("start", LocalDate::parse, DATE).orElse(LocalDate.MIN),
                definition.required("target", KeyResultReader::points, POINTS).orElse(100),
                definition.required("by", LocalDate::parse, DATE).orElse(LocalDate.MAX),
                definition
                        .value("window", KeyResultReader::days, "Write whole days from 7d to 730d, e.g. 90d.")
                        .orElse(USUAL));
        compare(keyResult, definition);
        return keyResult;
    }

    /** Names are only checked against surveys of a kind that can be read. */
    private Scope scope(Definition definition) {
        var segment = names.segment(definition);
        return definition
                .required(
                        "kind",
                        text -> only(Set.of("transactional", "relational"), text),
                        "Write transactional (about one moment) or relational (about the company).")
                .map(kind -> new Scope(
                        kind, names.touchpoint(definition, kind), names.survey(definition, kind), "", segment))
                .orElse(new Scope("unknown", "", "", "", segment));
    }

    private static void compare(KeyResult keyResult, Definition definition) {
        if (!keyResult.by().isAfter(keyResult.start())) {
            definition.problemAt("by", "'by' is not after 'start'.", "Write a later day.");
        }
        var from = keyResult.from();
        if (from != null && from > keyResult.target()) {
            definition.problemAt("target", "'target' is below 'from'.", "Write a score to rise to, or to hold.");
        }
    }

    private static @Nullable Integer points(String text) {
        var points = Integer.parseInt(text);
        return points < -100 || points > 100 ? null : points;
    }

    private static @Nullable Integer days(String text) {
        var window = Durations.parse(text);
        var days = window == null ? 0 : (int) window.toDays();
        return days < SHORTEST || days > LONGEST || !Duration.ofDays(days).equals(window) ? null : days;
    }

    private static @Nullable String only(Set<String> allowed, String text) {
        return allowed.contains(text) ? text : null;
    }
}
