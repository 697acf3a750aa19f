package dev.uplift.followup;

import dev.uplift.platform.YamlNode;
import dev.uplift.survey.Definition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads one entry of {@code opens} or {@code never}. */
final class TriggerReader {

    static final String REMEDY =
            "Write a list of { unhappy: true }, { score-at-most: 6 }, { drop-at-least: 3 }, { words: [lawyer, cancel] }, { wants-call: true }.";

    private static final Set<String> KEYS = Set.of("unhappy", "score-at-most", "drop-at-least", "words", "wants-call");

    private TriggerReader() {}

    static Optional<Trigger> read(YamlNode item) {
        item.refuseKeysOtherThan(KEYS);
        if (item.fields().size() != 1) {
            item.problem("Each entry names one thing.", REMEDY);
            return Optional.empty();
        }
        return number(item, "score-at-most", Trigger.ScoreAtMost::new)
                .or(() -> number(item, "drop-at-least", Trigger.DropAtLeast::new))
                .or(() -> words(item))
                .or(() -> named(item, "unhappy", new Trigger.Unhappy()))
                .or(() -> named(item, "wants-call", new Trigger.WantsCall()));
    }

    private static Optional<Trigger> named(YamlNode item, String key, Trigger trigger) {
        var field = item.field(key);
        if (field != null && !"true".equals(field.text())) {
            field.problem("'" + key + "' can only be true.", "Write { " + key + ": true }, or leave it out.");
        }
        return field == null ? Optional.empty() : Optional.of(trigger);
    }

    private static Optional<Trigger> number(YamlNode item, String key, Function<Integer, Trigger> trigger) {
        var field = item.field(key);
        return field == null
                ? Optional.empty()
                : Definition.converted(field, key, TriggerReader::points, "Write a whole number from 0 to 10.")
                        .map(trigger);
    }

    private static Optional<Trigger> words(YamlNode item) {
        var field = item.field("words");
        if (field == null) {
            return Optional.empty();
        }
        var words = field.items().stream()
                .flatMap(word -> Definition.converted(word, "words", text -> text, "Write a word.").stream())
                .toList();
        if (words.isEmpty()) {
            field.problem("'words' need a list.", "Write a list such as [lawyer, cancel].");
        }
        return Optional.of(new Trigger.Words(List.copyOf(words)));
    }

    private static Integer points(String text) {
        var number = Integer.parseInt(text);
        if (number < 0 || number > 10) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }
}
