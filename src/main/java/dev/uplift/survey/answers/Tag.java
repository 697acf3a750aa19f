package dev.uplift.survey.answers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something that comments can be about, found by words.
 *
 * @param key file name in {@code campaigns/tags/}
 * @param name by language
 * @param words by language; one of them is enough
 * @param not by language; with one of these words a comment is not about it after all
 */
public record Tag(String key, Map<String, String> name, Map<String, Pattern> words, Map<String, Pattern> not) {

    /** A word, its beginning ({@code rechn*}), a part of it ({@code *rechn*}), or several words in this order. */
    static final Pattern WORD = Pattern.compile("\\*?[\\p{L}\\p{N}]+(?:[ '’-][\\p{L}\\p{N}]+)*\\*?");

    private static final String LETTER = "[\\p{L}\\p{N}]";

    /** Whether a comment in this language is about it; one in a language without words is about nothing. */
    boolean in(String foldedComment, String language) {
        var sought = words.get(language);
        var exception = not.get(language);
        return sought != null
                && sought.matcher(foldedComment).find()
                && (exception == null || !exception.matcher(foldedComment).find());
    }

    /** One pattern for all of these words, which are like {@link #WORD}, for folded comments. */
    static Pattern pattern(Collection<String> words) {
        return Pattern.compile(words.stream().map(Tag::pattern).collect(Collectors.joining("|")));
    }

    private static String pattern(String word) {
        var open = word.startsWith("*");
        var core = Folded.of(word.replace("*", ""));
        var parts = List.of(core.split("[ '’-]+", -1)).stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("[^\\p{L}\\p{N}]+"));
        return (open ? "" : "(?<!" + LETTER + ")") + parts + (word.endsWith("*") ? "" : "(?!" + LETTER + ")");
    }
}
