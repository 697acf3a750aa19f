package dev.uplift.demo.inbox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * A mail as a page shows it.
 *
 * @param time in the reader's notation
 * @param iso for machines
 */
public record Shown(String id, String time, String iso, String recipient, String subject) {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    static Shown of(MailLine mail, Locale locale) {
        return new Shown(
                Long.toString(mail.id()),
                time(mail.at(), locale),
                mail.at().toString(),
                mail.recipient(),
                mail.subject());
    }

    static Shown of(Mail mail, Locale locale) {
        return of(new MailLine(mail.id(), mail.at(), mail.recipient(), mail.subject()), locale);
    }

    private static String time(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(ZONE));
    }
}
