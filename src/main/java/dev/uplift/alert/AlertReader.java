package dev.uplift.alert;

import dev.uplift.platform.Durations;
import dev.uplift.platform.Problem;
import dev.uplift.survey.Definition;
import dev.uplift.survey.Grammar;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the definition of an alert; every mistake in it is reported in one pass.
 *
 * @param languages of the company
 * @param zone of the company, for digests that name none
 */
record AlertReader(List<String> languages, ZoneId zone) {

    private static final Grammar GRAMMAR = Grammar.of("name", "to", "language", "digest", "repeat")
            .with(
                    "when",
                    Grammar.of("sending-stopped")
                            .with("score-below", Grammar.of("metric", "touchpoint", "points", "answers", "within"))
                            .with("cases-overdue", Grammar.of("desk", "more-than"))
                            .with("case", Grammar.of("score-at-most", "words", "attribute", "value")));

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>,;\"]+@[^@\\s<>,;\"]+\\.[^@\\s<>,;\".]+");
    private static final String ADDRESSES = "Write a list of mail addresses, such as [board@nordwerk.example].";
    private static final String DIGEST =
            "Write immediately, 'daily 08:00' or 'weekly monday 08:00', each with a time zone if it is another.";
    private static final Duration USUAL_REPEAT = Duration.ofDays(7);

    /** The rule, or null if its text has problems, which are added in the order of the text. */
    @Nullable
    AlertRule read(String key, String text, List<Problem> problems) {
        return Definition.read(
                "campaigns/alerts/" + key + ".yaml", text, GRAMMAR, problems, definition -> rule(key, definition));
    }

    private @Nullable AlertRule rule(String key, Definition definition) {
        var name = definition.lines("name", languages, line -> line, "Write one line.");
        var to = addresses(definition);
        var language = definition
                .value("language", this::language, "Write one of " + String.join(", ", languages) + ".")
                .orElse(languages.get(0));
        var digest = definition
                .value("digest", text -> Digest.parse(text, zone), DIGEST)
                .orElse(new Digest(null, null, zone));
        var repeat = definition
                .value("repeat", Durations::parse, "Write a time such as 7d.")
                .orElse(USUAL_REPEAT);
        var when = ConditionReader.read(definition);
        return when == null ? null : new AlertRule(key, name, to, language, when, digest, repeat);
    }

    private @Nullable String language(String text) {
        return languages.contains(text) ? text : null;
    }

    private static List<String> addresses(Definition definition) {
        var addresses = new ArrayList<String>();
        if (definition.items("to", ADDRESSES).isEmpty()) {
            definition.problemAt("to", "Nobody would be told.", ADDRESSES);
        }
        definition
                .items("to", ADDRESSES)
                .forEach(item -> Definition.converted(
                                item, "to", text -> ADDRESS.matcher(text).matches() ? text : null, ADDRESSES)
                        .ifPresent(addresses::add));
        return List.copyOf(addresses);
    }
}
