package dev.uplift.followup;

import dev.uplift.audience.Rule;
import dev.uplift.platform.YamlNode;
import dev.uplift.survey.Definition;
import dev.uplift.survey.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one entry of {@code opens} or {@code never}.
 *
 * @param rules reads a rule about an attribute, or reports what is wrong with it and gives null
 * @param segments keys of the segments that are saved
 */
record TriggerReader(Function<YamlNode, @Nullable Rule> rules, Supplier<Set<String>> segments) {

    static final String REMEDY =
            "Write a list of { unhappy: true }, { score-at-most: 6 }, { drop-at-least: 3 }, { words: [lawyer, cancel] }, { wants-call: true }; add attribute or segment to mean certain customers, e.g. { attribute: tier, is: A, score-at-most: 8 }.";

    private static final Set<String> SAID = Set.of("unhappy", "score-at-most", "drop-at-least", "words", "wants-call");
    private static final Set<String> COMPARED =
            Set.of("attribute", "is", "is-not", "in", "at-least", "at-most", "exists");
    private static final Set<String> ABOUT = Set.of("attribute", "segment");
    private static final Set<String> KEYS =
            Stream.of(SAID, COMPARED, ABOUT).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    Optional<Trigger> read(YamlNode item) {
        item.refuseKeysOtherThan(KEYS);
        var keys = item.fields().keySet();
        var said = keys.stream().filter(SAID::contains).count();
        var about = keys.stream().filter(ABOUT::contains).count();
        if (KEYS.containsAll(keys) && (said > 1 || about > 1 || said + about == 0)) {
            item.problem("Each entry names one thing about the answer, one about the customer, or both.", REMEDY);
            return Optional.empty();
        }
        keys.stream()
                .filter(key -> COMPARED.contains(key) && !keys.contains("attribute"))
                .forEach(key -> item.problem("'" + key + "' compares nothing.", "Add 'attribute'."));
        return both(said(item), about(item), said == 1 && about == 1);
    }

    private static Optional<Trigger> both(Optional<Trigger> said, Optional<Trigger> about, boolean wanted) {
        return wanted ? said.flatMap(one -> about.map(other -> new Trigger.Both(one, other))) : said.or(() -> about);
    }

    private static Optional<Trigger> said(YamlNode item) {
        return number(item, "score-at-most", Trigger.ScoreAtMost::new)
                .or(() -> number(item, "drop-at-least", Trigger.DropAtLeast::new))
                .or(() -> words(item))
                .or(() -> named(item, "unhappy", new Trigger.Unhappy()))
                .or(() -> named(item, "wants-call", new Trigger.WantsCall()));
    }

    private Optional<Trigger> about(YamlNode item) {
        if (item.field("attribute") != null) {
            return Optional.ofNullable(rules.apply(item.only(COMPARED))).map(Trigger.About::new);
        }
        var segment = item.field("segment");
        return segment == null
                ? Optional.empty()
                : Definition.converted(segment, "segment", key -> key, "Write the key of a segment, e.g. tier-a.")
                        .map(key -> segment(segment, key));
    }

    /** Segments are saved over the interface, perhaps after the file was written; until then nobody belongs to them. */
    private Trigger segment(YamlNode at, String key) {
        var known = segments.get();
        if (!known.contains(key)) {
            at.warning(
                    "There is no segment '" + key + "' yet, so nobody belongs to it.",
                    known.isEmpty() ? "Save it." : Spelling.remedy(key, known));
        }
        return new Trigger.About(new Rule.Segment(key));
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
