package dev.uplift.survey;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys that a mapping of a definition file, or each mapping of a list, may have.
 *
 * @param leaves keys whose values are not looked into
 * @param nested keys whose values have keys of their own
 * @param refused keys that are part of the format but cannot be used yet, with what to do instead
 */
public record Grammar(Set<String> leaves, Map<String, Grammar> nested, Map<String, String> refused) {

    /** Stands for every key. */
    static final String ANY = "*";

    /** A grammar of plain keys. */
    public static Grammar of(String... keys) {
        return new Grammar(new LinkedHashSet<>(List.of(keys)), Map.of(), Map.of());
    }

    /** A grammar of keys that the author chooses; each value obeys the given one. */
    public static Grammar each(Grammar grammar) {
        return new Grammar(Set.of(), Map.of(ANY, grammar), Map.of());
    }

    /** This grammar with a key whose value has keys of its own. */
    public Grammar with(String key, Grammar grammar) {
        var more = new LinkedHashMap<>(nested);
        more.put(key, grammar);
        return new Grammar(leaves, more, refused);
    }

    /** This grammar with a key that cannot be used yet. */
    public Grammar refusing(String key, String remedy) {
        var more = new LinkedHashMap<>(refused);
        more.put(key, remedy);
        return new Grammar(leaves, nested, more);
    }

    Set<String> allowed() {
        var all = new LinkedHashSet<>(leaves);
        all.addAll(nested.keySet());
        return all;
    }
}
