package dev.uplift.delivery;

import java.util.regex.Pattern;

/** Compares texts by their letters and digits: providers replace quotation marks and dashes, and put notes in front. */
final class Words {

    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    static boolean same(String ours, String theirs) {
        var words = letters(ours);
        return !words.isEmpty() && letters(theirs).endsWith(words);
    }

    private static String letters(String text) {
        return OTHER.matcher(text).replaceAll("");
    }
}
