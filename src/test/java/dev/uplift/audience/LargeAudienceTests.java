package dev.uplift.audience;

import static dev.uplift.audience.TestAudience.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.Metric;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LargeAudienceTests {

    private static final int CUSTOMERS = Integer.getInteger("customers", 20_000);

    /** Half of the customers have answered, 0 to 10 in turn; every fourth got a bill in the last month. */
    private static final List<String> GENERATED = List.of("""
            insert into audience.customer (
                external_id, email, email_fp, locale, time_zone, country, attributes, created_at, updated_at)
            select 'K-' || n, n || '@example.com', decode(md5(n::text), 'hex'), 'de', 'Europe/Berlin', 'DE',
                   jsonb_build_object('product', (array['electricity', 'gas', 'heat'])[1 + n % 3], 'instalment', n % 200),
                   :now, :now
              from generate_series(1, :customers) n""", """
            insert into audience.event (customer_id, type, at)
            select customer_id, 'bill', :now - case when customer_id % 4 = 0 then interval '9 days' else interval '90 days' end
              from audience.member
             where :customers > 0""", """
            insert into survey.invitation (send_id, run_id, customer_id, survey_key, language, token_hash, created_at, expires_at)
            select gen_random_uuid(), 1, customer_id, 'nps', 'de', uuid_send(gen_random_uuid()), :now, :now
              from audience.member
             where customer_id % 2 = 0 and :customers > 0""", """
            insert into survey.response_event (invitation_id, run_id, customer_id, survey_key, metric, type, score, language, at)
            select id, run_id, customer_id, survey_key, 'nps', 'CONFIRMED', customer_id % 11, 'de', :now - interval '20 days'
              from survey.invitation
             where :customers > 0""", """
            insert into consent.standing (customer_id, channel, purpose, granted, at)
            select customer_id, 'email', 'survey', customer_id % 5 > 0, :now
              from audience.member
             where :customers > 0""");

    private static final String PLAN = """
            select count(*)
              from audience.member m
              join consent.reachable r on r.customer_id = m.customer_id and r.purpose = 'survey' and r.channel = 'email'
             where %s
               and r.refusal is null
               and consent.next_contact(:now, m.time_zone, m.country, 'survey', '08:00', '19:00', '{}') is not null""";

    private final TestAudience audience = new TestAudience();

    @Test
    void plansOverAllCustomersInOneStatement() {
        GENERATED.forEach(sql -> audience.jdbc
                .sql(sql)
                .param("customers", CUSTOMERS)
                .param("now", NOW.atOffset(ZoneOffset.UTC))
                .update());
        audience.jdbc.sql("analyze").update();
        var rule = new Rule.All(List.of(
                new Rule.Attribute("product", Rule.Comparison.IS, List.of("electricity")),
                new Rule.Event("bill", Duration.ofDays(30)),
                new Rule.Answer(Metric.NPS, 0, 8, Duration.ofDays(365))));
        var condition = audience.segments.condition(rule, NOW);

        var planned = audience.jdbc
                .sql(PLAN.formatted(condition.sql()))
                .params(condition.parameters())
                .param("now", NOW.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();

        assertThat(planned).isEqualTo((int) IntStream.rangeClosed(1, CUSTOMERS)
                .filter(n -> n % 3 == 0 && n % 4 == 0 && n % 11 <= 8 && n % 5 > 0)
                .count());
    }
}
