package dev.uplift.web.staff;

import dev.uplift.platform.Metric;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;

/**
 * Texts, numbers and times in one reader's language. Scores carry their sign, with a true minus.
 *
 * @param metric whose scores are written; NPS unless said otherwise
 * @param subject end of the keys of texts that are others for what is written about, such as {@code .follow-up}; else empty
 * @param zone the company's time zone, in which times are shown
 */
record Wording(MessageSource texts, Locale locale, ZoneId zone, Metric metric, String subject) {

    private static final String FOLLOW_UP = ".follow-up";

    /** Without a country, English would mean the American order of month and day. */
    private static final Map<String, Locale> CUSTOMS = Map.of("en", Locale.UK, "de", Locale.GERMANY);

    Wording(MessageSource texts, Locale locale, ZoneId zone) {
        this(texts, locale, zone, Metric.NPS, "");
    }

    /** The same for the scores of another metric. */
    Wording of(Metric other) {
        return new Wording(texts, locale, zone, other, subject);
    }

    /** The same about following up, which has a waiting list where campaigns have a hold-out. */
    Wording aboutFollowUp() {
        return new Wording(texts, locale, zone, metric, FOLLOW_UP);
    }

    String text(String key, Object... arguments) {
        var own = subject.isEmpty() ? null : texts.getMessage(key + subject, arguments, null, locale);
        return own == null ? texts.getMessage(key, arguments, locale) : own;
    }

    /** The text of a code that other modules may have added, or the code itself while nobody has worded it. */
    String word(String prefix, String code) {
        try {
            return text(prefix + code);
        } catch (NoSuchMessageException e) {
            return code;
        }
    }

    String count(long number) {
        return NumberFormat.getIntegerInstance(customs()).format(number);
    }

    /** The share in percent with one decimal; nothing of nothing is 0. */
    String percent(long part, long whole) {
        return decimals(whole == 0 ? 0 : 100.0 * part / whole, 1) + "\u00a0%";
    }

    /** A share from 0 to 1 in percent with one decimal. */
    String share(double share) {
        return decimals(100 * share, 1) + "\u00a0%";
    }

    /** A share from 0 to 1 in whole percent. */
    String percent(double share) {
        return count(Math.round(100 * share)) + "\u00a0%";
    }

    /** The name of the metric. */
    String metricName() {
        return text("staff.metric." + metric.key());
    }

    /** What differences of scores are counted in. */
    String unit() {
        return text(metric.share() ? "staff.unit.share" : "staff.unit.points");
    }

    /** An amount of points in its unit, without a sign. */
    String amount(double points) {
        return points(points) + " " + unit();
    }

    /** A score, in whole points or, where it is a share, in whole percent. */
    String score(double points) {
        return metric.share() ? (points <= -0.5 ? "\u2212" : "") + percent(Math.abs(points) / 100) : signed(points, 0);
    }

    String scores(double low, double high) {
        return score(low) + " \u2026 " + score(high);
    }

    /** A difference of scores in whole points; a decimal only where a bound beside zero would look like zero. */
    String difference(double points) {
        return signed(points, Math.abs(points) < 0.5 ? 1 : 0);
    }

    String differences(double low, double high) {
        return difference(low) + " \u2026 " + difference(high);
    }

    /** A difference with one decimal, for comparing methods and for percentage points. */
    String tenths(double difference) {
        return signed(difference, 1);
    }

    String tenths(double low, double high) {
        return tenths(low) + " \u2026 " + tenths(high);
    }

    /** A mean answer, with one decimal. */
    String mean(double answer) {
        return decimals(answer, 1);
    }

    /** The sentence in the reader's language among those that other modules give, or the English one. */
    String chosen(Map<String, String> sentences) {
        return sentences.getOrDefault(locale.getLanguage(), sentences.getOrDefault("en", ""));
    }

    String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(customs())
                .format(date);
    }

    /** The day of an instant. */
    String day(Instant instant) {
        return date(instant.atZone(zone).toLocalDate());
    }

    /** When the day of an instant began. */
    Instant midnight(Instant instant) {
        return instant.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(customs())
                .format(instant.atZone(zone));
    }

    /** A probability from 0 to 1 with three decimals; what would look like none is said to be less. */
    String probability(double p) {
        return p < 0.001 ? "< " + decimals(0.001, 3) : "= " + decimals(p, 3);
    }

    /** An amount of points, without a sign. */
    String points(double points) {
        return decimals(points, points == Math.rint(points) ? 0 : 1);
    }

    private Locale customs() {
        return CUSTOMS.getOrDefault(locale.getLanguage(), locale);
    }

    private String signed(double number, int decimals) {
        var size = decimals(Math.abs(number), decimals);
        if (size.chars().noneMatch(digit -> digit >= '1' && digit <= '9')) {
            return "\u00b1" + size;
        }
        return (number < 0 ? "\u2212" : "+") + size;
    }

    private String decimals(double number, int decimals) {
        var format = NumberFormat.getNumberInstance(customs());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }
}
