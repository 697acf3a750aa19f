package dev.uplift.web.staff;

import dev.uplift.followup.Opening;
import dev.uplift.platform.CustomerId;
import dev.uplift.platform.RunId;
import dev.uplift.platform.SendId;
import dev.uplift.survey.Answer;
import dev.uplift.survey.Invite;
import dev.uplift.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers of customers that the shipped desk makes cases, which are due after eight opening hours. */
record SampleCases(JdbcClient jdbc, Surveys surveys, Opening opening) {

    /** A Tuesday, noon in Berlin. */
    static final Instant NOW = Instant.parse("2026-12-01T11:00:00Z");

    private static final String CUSTOMER = """
            insert into audience.customer (external_id, locale, time_zone, country, preferred_channels, attributes,
                                           created_at, updated_at)
            values (:key, 'de', 'Europe/Berlin', 'DE', '{call,email}', jsonb_build_object('lastName', :name::text),
                    now(), now())
                on conflict (external_id) do update set updated_at = now()
            returning id""";

    /** A case of the customer {@code K-name}; gives back its number. */
    long opened(String name, int score, @Nullable String comment, Duration ago) {
        var at = NOW.minus(ago);
        var send = new SendId(UUID.randomUUID());
        var invite = new Invite(send, new RunId(1), new CustomerId(customer(name)), "nps-service", "de");
        var token = surveys.invite(List.of(invite), at.minusSeconds(60)).get(send);
        surveys.answer(String.valueOf(token), new Answer(score, List.of("Schnelligkeit"), comment, true, "de"), at);
        jdbc.sql("delete from followup.listened").update();
        opening.open(NOW);
        return jdbc.sql("select max(id) from followup.case").query(Long.class).single();
    }

    /** From now on all sample customers have a mailbox and a phone. */
    void reachable() {
        jdbc.sql("""
                        update audience.customer
                           set email = lower(attributes ->> 'lastName') || '@kunden.example', phone = '+4915112345678',
                               email_fp = convert_to(external_id, 'UTF8'), phone_fp = convert_to(external_id, 'UTF8')""").update();
    }

    private long customer(String name) {
        return jdbc.sql(CUSTOMER)
                .param("key", "K-" + name)
                .param("name", name)
                .query(Long.class)
                .single();
    }
}
