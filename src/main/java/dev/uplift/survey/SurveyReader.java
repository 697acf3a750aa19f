package dev.uplift.survey;

import dev.uplift.platform.Durations;
import dev.uplift.platform.Hash;
import dev.uplift.platform.Metric;
import dev.uplift.platform.Problem;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a survey definition; every mistake in it is reported in one pass. */
record SurveyReader(List<String> languages) {

    /** How definitions call the parts of a scale. */
    static final Map<String, Metric.Part> PARTS =
            Map.of("low", Metric.Part.LOWER, "middle", Metric.Part.MIDDLE, "high", Metric.Part.UPPER);

    private static final Grammar WORDS = Grammar.each(Grammar.of());
    private static final Grammar GRAMMAR = Grammar.of("metric", "kind", "touchpoint", "mode", "expires")
            .with("occasion", WORDS)
            .with("why", Grammar.of().with("low", WORDS).with("middle", WORDS).with("high", WORDS))
            .with("reasons", WORDS)
            .with("questions", QuestionReader.grammar(WORDS));
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final Duration USUAL = Duration.ofDays(30);
    private static final int MOST_REASONS = 10;
    private static final int LONGEST_LINE = 200;

    /** The survey, or null if its text has problems, which are added in the order of the text. */
    @Nullable
    Survey read(String key, String text, List<Problem> problems) {
        return Definition.read(
                "campaigns/surveys/" + key + ".yaml",
                text,
                GRAMMAR,
                problems,
                definition -> survey(key, Hash.of(text), definition));
    }

    private Survey survey(String key, String version, Definition definition) {
        var metric = definition
                .required("metric", text -> Metric.of(text).orElse(null), "Write " + Metric.choice() + ".")
                .orElse(Metric.NPS);
        return new Survey(
                key,
                version,
                metric,
                definition
                        .required(
                                "kind",
                                text -> oneOf(Set.of("transactional", "relational"), text),
                                "Write transactional (about one moment) or relational (about the company).")
                        .orElse(""),
                definition
                        .required("touchpoint", SurveyReader::line, "Name the moment it is about, e.g. annual-bill.")
                        .orElse(""),
                definition
                        .value(
                                "mode",
                                text -> Mode.of(text).orElse(null),
                                "Write identified, pseudonymous or anonymous.")
                        .orElse(Mode.IDENTIFIED),
                definition
                        .value("expires", SurveyReader::expiry, "Write a time from 1d to 365d, e.g. 30d.")
                        .orElse(USUAL),
                lines(definition, "occasion"),
                why(definition),
                reasons(definition),
                new QuestionReader(languages, metric).read(definition));
    }

    private Map<Metric.Part, Map<String, String>> why(Definition definition) {
        var why = new EnumMap<Metric.Part, Map<String, String>>(Metric.Part.class);
        var remedy = "Write 'low', 'middle' or 'high' with a question for each language.";
        definition
                .mapping("why", remedy)
                .ifPresent(parts -> PARTS.forEach((name, part) -> {
                    if (parts.has(name)) {
                        why.put(part, lines(parts, name));
                    }
                }));
        return why;
    }

    private Map<String, String> lines(Definition definition, String key) {
        return definition.lines(key, languages, SurveyReader::line, "Write one line of at most 200 characters.");
    }

    private Map<String, List<String>> reasons(Definition definition) {
        var byLanguage = new LinkedHashMap<String, List<String>>();
        definition.byLanguage("reasons", languages).forEach((language, node) -> {
            var items = node.items();
            if (!node.isList() || items.isEmpty() || items.size() > MOST_REASONS) {
                node.problem("'reasons' need a list for each language.", "Write 1 to 10 short reasons to choose from.");
            }
            byLanguage.put(
                    language,
                    items.stream()
                            .flatMap(item -> Definition.converted(
                                    item, "reasons", SurveyReader::line, "Write a short reason as plain text.")
                                    .stream())
                            .toList());
        });
        return Map.copyOf(byLanguage);
    }

    private static @Nullable Duration expiry(String text) {
        var expiry = Durations.parse(text);
        var possible = expiry != null && expiry.compareTo(Duration.ofDays(1)) >= 0 && expiry.compareTo(LONGEST) <= 0;
        return possible ? expiry : null;
    }

    static @Nullable String line(String text) {
        return text.length() <= LONGEST_LINE ? text : null;
    }

    private static @Nullable String oneOf(Set<String> allowed, String text) {
        return allowed.contains(text) ? text : null;
    }
}
