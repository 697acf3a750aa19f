package dev.uplift.survey;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A question beyond the score.
 *
 * @param key names the question in stored answers
 * @param optional whether it may be left open
 * @param ask the question itself, by language
 * @param options what to choose from, in the order shown: words by language, by the key that is stored; empty for a text
 */
public record Question(
        String key,
        Type type,
        boolean optional,
        Map<String, String> ask,
        Map<String, Map<String, String>> options,
        ShowIf showIf) {

    /** How it is answered. */
    public enum Type {
        /** One of the options. */
        CHOICE,
        /** Any of the options. */
        CHOICES,
        /** Free text of at most 2,000 characters. */
        TEXT;

        /** The name used in definitions, e.g. {@code choice}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Type> of(String key) {
            return Stream.of(values()).filter(type -> type.key().equals(key)).findFirst();
        }
    }

    /** What is stored of an answer: the keys of options, or one text; nothing that was not offered. */
    List<String> accepted(List<String> answer) {
        var known = type == Type.TEXT
                ? answer.stream().flatMap(text -> Optional.ofNullable(Words.text(text)).stream())
                : options.keySet().stream().filter(Set.copyOf(answer)::contains);
        return known.limit(type == Type.CHOICES ? options.size() : 1).toList();
    }
}
