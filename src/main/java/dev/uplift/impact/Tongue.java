package dev.uplift.impact;

import java.text.NumberFormat;
import java.util.Locale;

/** A language of verdicts and how it writes numbers: sign always, true minus, no decimals. */
enum Tongue {
    GERMAN(Locale.GERMAN, "Spanne", "bis", "\u00a0%"),
    ENGLISH(Locale.ENGLISH, "range", "to", "%");

    private static final String MINUS = "\u2212";

    private final Locale locale;
    private final String range;
    private final String to;
    private final String percent;

    Tongue(Locale locale, String range, String to, String percent) {
        this.locale = locale;
        this.range = range;
        this.to = to;
        this.percent = percent;
    }

    /** The language tag. */
    String key() {
        return locale.getLanguage();
    }

    String points(double value) {
        var whole = Math.round(value);
        return whole == 0 ? "0" : (whole < 0 ? MINUS : "+") + count(Math.abs(whole));
    }

    String range(double low, double high) {
        return range + " " + points(low) + " " + to + " " + points(high);
    }

    String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A number of which only the first three digits mean anything. */
    String about(long number) {
        var unit = (long) Math.pow(10, Math.max(0, (int) Math.log10((double) Math.max(1, number)) - 2));
        return count(Math.round((double) number / unit) * unit);
    }

    /** A share from 0 to 1. */
    String share(double share) {
        return Math.round(100 * share) + percent;
    }
}
