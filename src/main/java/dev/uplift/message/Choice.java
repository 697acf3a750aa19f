package dev.uplift.message;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which file a recipient gets: first by language (their own, the company's, any), then the variant drawn or the plain
 * form; never another variant, which would falsify the comparison.
 *
 * @param language what the recipient reads
 * @param fallback what the company writes
 * @param variant the variant drawn, or null
 */
record Choice(String language, String fallback, @Nullable String variant) {

    Optional<Parsed> among(List<Parsed> files) {
        return files.stream()
                .filter(this::fits)
                .min(comparingInt(this::distance)
                        .thenComparing(parsed -> parsed.file().language())
                        .thenComparing(comparing(parsed -> parsed.file().variant() == null)));
    }

    private boolean fits(Parsed parsed) {
        var own = parsed.file().variant();
        return own == null || own.equals(variant);
    }

    private int distance(Parsed parsed) {
        var own = parsed.file().language();
        return own.equals(language) ? 0 : own.equals(fallback) ? 1 : 2;
    }
}
