package dev.uplift.consent;

import jakarta.annotation.PostConstruct;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts the contact settings where the functions of the database find them. */
@Component
class ContactPolicy {

    private static final String WRITE = """
            insert into consent.policy (
                cap_contacts, cap_days, survey_rest_days, quiet_from, quiet_to, quiet_sundays_and_holidays)
            values (:contacts, :days, :rest, cast(:closes as time), :opens, :sundays)
            on conflict (only_row) do update
               set cap_contacts = excluded.cap_contacts, cap_days = excluded.cap_days,
                   survey_rest_days = excluded.survey_rest_days, quiet_from = excluded.quiet_from,
                   quiet_to = excluded.quiet_to, quiet_sundays_and_holidays = excluded.quiet_sundays_and_holidays""";

    private final JdbcClient jdbc;
    private final ContactSettings settings;

    ContactPolicy(JdbcClient jdbc, ContactSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Writes the settings; repeating it changes nothing. */
    @PostConstruct
    void write() {
        jdbc.sql(WRITE)
                .param("contacts", settings.capContacts())
                .param("days", settings.capDays())
                .param("rest", settings.surveyRestDays())
                .param("closes", settings.closes())
                .param("opens", settings.opens())
                .param("sundays", settings.sundaysAndHolidays())
                .update();
    }
}
