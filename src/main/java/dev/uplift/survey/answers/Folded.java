package dev.uplift.survey.answers;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they are compared: without the difference of capital letters, umlauts and accents; {@code survey.words} does the same. */
final class Folded {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    private Folded() {}

    /** The text in small letters, ä as ae, ß as ss, é as e. */
    static String of(String text) {
        var small = Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        return MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("");
    }
}
