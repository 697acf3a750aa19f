package dev.uplift.web.staff;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every staff page.
 *
 * @param language {@code en} or {@code de}
 * @param member name of the person logged in, or null
 * @param groups the navigation; only what exists
 * @param csrf token of the session's forms, or null without a session
 * @param otherLanguage this very page in the other language
 * @param hold why nothing is sent at all, or null while sending is free
 */
record Shell(
        String language,
        String company,
        @Nullable String member,
        List<Group> groups,
        @Nullable String csrf,
        String otherLanguage,
        @Nullable Banner hold) {

    /** Why nothing is sent, and whether this reader may end that. */
    record Banner(String words, String since, boolean releasable) {}

    /** A heading and the pages below it. */
    record Group(String title, List<Item> items) {}

    /**
     * A link of the navigation; the key marks the page that is open.
     *
     * @param waiting how many wait there for somebody; 0 is not shown
     */
    record Item(String key, String address, String icon, String title, long waiting) {}

    /** The first letters of the first and the last name. */
    String initials() {
        var words = member == null ? new String[] {} : member.strip().split("\\s+");
        return Stream.of(words)
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT))
                .reduce((first, last) -> first.substring(0, 1) + last)
                .orElse("");
    }
}
