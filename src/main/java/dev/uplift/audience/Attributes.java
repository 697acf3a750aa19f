package dev.uplift.audience;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Free values of customers and events: names of a fixed form, values the database can hold. */
final class Attributes {

    static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    private static final int MOST = 1_000;
    private static final int LONGEST = 64_000;
    private static final int DEEPEST = 4;
    private static final int WIDEST_NUMBER = 40;

    private Attributes() {}

    /** The same attributes, or null if there are none; what cannot be stored is noted. */
    static @Nullable Map<String, @Nullable Object> checked(
            @Nullable Map<String, @Nullable Object> attributes, Flaws flaws) {
        if (attributes == null) {
            return null;
        }
        attributes.forEach((name, value) -> check(name, value, flaws));
        if (attributes.size() > MOST || size(attributes) > LONGEST) {
            flaws.add(
                    "attributes",
                    Flaw.Code.TOO_LONG,
                    "The attributes are too many or too long together.",
                    "Keep to " + MOST + " names and " + LONGEST + " characters.");
        }
        return attributes;
    }

    private static void check(String name, @Nullable Object value, Flaws flaws) {
        if (!NAME.matcher(name).matches()) {
            flaws.add(
                    "attributes",
                    Flaw.Code.INVALID,
                    "The name of an attribute is not usable.",
                    "Start with a letter, then use up to 63 letters, digits, - and _.");
            return;
        }
        checkValue("attribute." + name, value, 1, flaws);
    }

    private static void checkValue(String field, @Nullable Object value, int depth, Flaws flaws) {
        if (depth > DEEPEST) {
            flaws.add(field, Flaw.Code.INVALID, "The value is nested too deeply.", "Use at most three levels.");
        } else if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> checkText(field, String.valueOf(key), flaws));
            map.values().forEach(inner -> checkValue(field, inner, depth + 1, flaws));
        } else if (value instanceof Collection<?> list) {
            list.forEach(inner -> checkValue(field, inner, depth + 1, flaws));
        } else if (value instanceof Number number) {
            checkNumber(field, number, flaws);
        } else if (value != null && !(value instanceof Boolean)) {
            checkText(field, String.valueOf(value), flaws);
        }
    }

    private static void checkText(String field, String text, Flaws flaws) {
        var problem = Texts.flawIn(text, Texts.VALUE);
        if (problem != null) {
            flaws.add(field, problem.code(), problem.what(), problem.remedy());
        }
    }

    private static void checkNumber(String field, Number number, Flaws flaws) {
        var text = number.toString();
        if (text.length() > WIDEST_NUMBER || !text.matches("-?[0-9.]+([eE][+-]?[0-9]{1,2})?")) {
            flaws.add(field, Flaw.Code.INVALID, "The number is out of range.", "Use a plain number or a text.");
        }
    }

    private static long size(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .mapToLong(entry -> size(entry.getKey()) + size(entry.getValue()))
                    .sum();
        }
        return value instanceof Collection<?> list
                ? list.stream().mapToLong(Attributes::size).sum()
                : String.valueOf(value).length();
    }

    /** The number a text stands for, or null. */
    static @Nullable BigDecimal number(String text) {
        return text.matches("-?[0-9]{1,15}(\\.[0-9]{1,9})?") ? new BigDecimal(text) : null;
    }
}
