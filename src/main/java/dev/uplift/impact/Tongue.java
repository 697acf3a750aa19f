package dev.uplift.impact;

import dev.uplift.impact.stats.Interval;
import dev.uplift.platform.Metric;
import java.text.NumberFormat;
import java.util.Locale;

/** A language of verdicts and how it writes numbers: sign always, true minus, no decimals. */
enum Tongue {
    GERMAN(Locale.GERMAN, "Spanne", "bis", "\u00a0%", "Punkte", "Prozentpunkte"),
    ENGLISH(Locale.ENGLISH, "range", "to", "%", "points", "percentage points");

    private static final String MINUS = "\u2212";

    private final Locale locale;
    private final String range;
    private final String to;
    private final String percent;
    private final String points;
    private final String percentagePoints;

    Tongue(Locale locale, String range, String to, String percent, String points, String percentagePoints) {
        this.locale = locale;
        this.range = range;
        this.to = to;
        this.percent = percent;
        this.points = points;
        this.percentagePoints = percentagePoints;
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

    /** What differences of a metric are counted in; a German n makes the dative. */
    String unit(Metric metric) {
        return metric.share() ? percentagePoints : points;
    }

    /** A score: points with their sign, or a share in percent. */
    String score(Metric metric, double value) {
        return metric.share() ? share(value / 100) : points(value);
    }

    String range(Metric metric, Interval scores) {
        return range + " " + score(metric, scores.low()) + " " + to + " " + score(metric, scores.high());
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
