package dev.uplift.audience;

import org.jspecify.annotations.Nullable;

/** What any text must be before it is stored: not too long, and made of characters the database can hold. */
final class Texts {

    static final int KEY = 200;
    static final int VALUE = 2_000;

    private Texts() {}

    /** The stripped text; null if it is absent, blank or flawed. */
    static @Nullable String line(String field, @Nullable String text, int longest, Flaws flaws) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var stripped = text.strip();
        var problem = flawIn(stripped, longest);
        if (problem != null) {
            flaws.add(field, problem.code(), problem.what(), problem.remedy());
            return null;
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            flaws.add(
                    field,
                    Flaw.Code.INVALID,
                    "The text contains a control character or line break.",
                    "Give one line of plain text.");
            return null;
        }
        return stripped;
    }

    /** What makes this text impossible to store, or null; line breaks and tabs are fine. */
    static @Nullable TextFlaw flawIn(String text, int longest) {
        if (text.length() > longest) {
            return new TextFlaw(
                    Flaw.Code.TOO_LONG,
                    "The text has " + text.length() + " characters.",
                    "Use at most " + longest + " characters.");
        }
        if (text.indexOf('\0') >= 0 || !wellFormed(text)) {
            return new TextFlaw(
                    Flaw.Code.INVALID,
                    "The text contains a NUL or half a character.",
                    "Remove it; most exports can be repeated in UTF-8.");
        }
        return null;
    }

    private static boolean wellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** A flaw before it is known whose it is. */
    record TextFlaw(Flaw.Code code, String what, String remedy) {}
}
