package dev.uplift.impact;

import dev.uplift.impact.stats.Interval;
import dev.uplift.platform.Metric;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A language of verdicts and how it writes numbers: sign always, true minus, no decimals. */
enum Tongue {
    GERMAN(Locale.GERMAN),
    ENGLISH(Locale.ENGLISH);

    private static final String MINUS = "\u2212";

    private final Locale locale;

    Tongue(Locale locale) {
        this.locale = locale;
    }

    /** A sentence by language. */
    static Map<String, String> texts(Function<Tongue, String> sentence) {
        var texts = new LinkedHashMap<String, String>();
        for (var tongue : values()) {
            texts.put(tongue.key(), sentence.apply(tongue));
        }
        return texts;
    }

    /** The sentence of this language, each {@code %s} replaced by a value that is written in it already. */
    String say(String german, String english, Object... values) {
        return String.format(locale, chosen(german, english), values);
    }

    private String chosen(String german, String english) {
        return this == GERMAN ? german : english;
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
        return say("Spanne %s bis %s", "range %s to %s", points(low), points(high));
    }

    /** What differences of a metric are counted in; a German n makes the dative. */
    String unit(Metric metric) {
        return metric.share() ? chosen("Prozentpunkte", "percentage points") : chosen("Punkte", "points");
    }

    /** A score: points with their sign, or a share in percent. */
    String score(Metric metric, double value) {
        return metric.share() ? share(value / 100) : points(value);
    }

    String range(Metric metric, Interval scores) {
        return say("Spanne %s bis %s", "range %s to %s", score(metric, scores.low()), score(metric, scores.high()));
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
        return Math.round(100 * share) + percent();
    }

    /** A share from 0 to 1 with one decimal. */
    String exactly(double share) {
        return decimals(100 * share, 1) + percent();
    }

    String tenths(double number) {
        return decimals(number, 1);
    }

    /** A probability; what would look like none is said to be less. */
    String chance(double p) {
        return p < .001 ? "p < " + decimals(.001, 3) : "p = " + decimals(p, 3);
    }

    /** Digits only, since names of months change with the JDK. */
    String moment(Instant instant) {
        var pattern = chosen("dd.MM.yyyy, HH:mm 'UTC'", "yyyy-MM-dd, HH:mm 'UTC'");
        return DateTimeFormatter.ofPattern(pattern, locale).format(instant.atOffset(ZoneOffset.UTC));
    }

    private String percent() {
        return chosen("\u00a0%", "%");
    }

    private String decimals(double number, int decimals) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }
}
