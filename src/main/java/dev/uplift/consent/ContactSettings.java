package dev.uplift.consent;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often and at which hours we contact customers.
 *
 * @param capContacts most contacts a customer gets within {@code capDays}; service messages are never held back
 * @param capDays days over which contacts are counted
 * @param surveyRestDays days between two surveys of one customer
 * @param quietFrom local time from which we are quiet; equal to {@code quietTo} for no quiet hours
 * @param quietTo local time, earlier than {@code quietFrom}, until which we are quiet
 * @param sundaysAndHolidays whether we are quiet on Sundays and public holidays
 */
@ConfigurationProperties("uplift.contact")
record ContactSettings(
        @DefaultValue("4") int capContacts,
        @DefaultValue("7") int capDays,
        @DefaultValue("30") int surveyRestDays,
        @DefaultValue("20:00") LocalTime quietFrom,
        @DefaultValue("09:00") LocalTime quietTo,
        @DefaultValue("true") boolean sundaysAndHolidays) {

    ContactSettings {
        refuseUnless(capContacts >= 1, "cap-contacts is " + capContacts + "; use 1 or more");
        refuseUnless(capDays >= 1 && capDays <= 366, "cap-days is " + capDays + "; use 1 to 366");
        refuseUnless(
                surveyRestDays >= 0 && surveyRestDays <= 3660,
                "survey-rest-days is " + surveyRestDays + "; use 0 to 3660");
        refuseUnless(
                !quietFrom.isBefore(quietTo) || quietFrom.equals(LocalTime.MIDNIGHT),
                "quiet-from " + quietFrom + " is before quiet-to " + quietTo
                        + "; quiet hours last over midnight, e.g. \"20:00\" to \"09:00\"");
    }

    /** Local time at which contacts begin. */
    LocalTime opens() {
        return quietFrom.equals(quietTo) ? LocalTime.MIDNIGHT : quietTo;
    }

    /** Local time at which contacts end, in PostgreSQL's notation: 24:00 is the end of the day. */
    String closes() {
        return quietFrom.equals(quietTo) || quietFrom.equals(LocalTime.MIDNIGHT) ? "24:00" : quietFrom.toString();
    }

    private static void refuseUnless(boolean right, String problem) {
        if (!right) {
            throw new IllegalArgumentException("uplift.contact." + problem + ".");
        }
    }
}
