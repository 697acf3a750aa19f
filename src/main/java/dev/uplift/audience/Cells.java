package dev.uplift.audience;

import org.jspecify.annotations.Nullable;

/** Cells of spreadsheets: what begins like a formula is written with an apostrophe before it, and read without. */
final class Cells {

    private static final String FORMULA = "=+-@\t\r";

    private Cells() {}

    /** The text of a cell; null if it is blank. */
    static @Nullable String read(String cell) {
        var text = cell.strip();
        var protectedFormula = text.length() > 1 && text.charAt(0) == '\'' && FORMULA.indexOf(text.charAt(1)) >= 0;
        return text.isEmpty() ? null : protectedFormula ? text.substring(1) : text;
    }

    /** The text without NUL, which the database refuses. */
    static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** The text as no spreadsheet will take it for a formula. */
    static String neutral(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
