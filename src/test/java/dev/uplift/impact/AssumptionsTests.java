package dev.uplift.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.audience.Rule;
import dev.uplift.audience.Segments;
import dev.uplift.audience.TestSegments;
import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.Goal;
import dev.uplift.campaign.Schedule;
import dev.uplift.campaign.Unit;
import dev.uplift.platform.Metric;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssumptionsTests {

    private static final Rule EVERYBODY = new Rule.All(List.of());
    private static final Rule CUSTOMERS = new Rule.Event("bill", null);

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Segments segments = TestSegments.in(TestDatabase.empty());
    private final Assumptions assumptions =
            new Assumptions(new Forecasts(TestDatabase.empty(), segments), new OutcomeRules(segments));

    @Test
    void takesTheCampaignToBeJustWorthHaving() {
        assertThat(of(EVERYBODY, 4_000)).isEqualTo(new Assumption(4_000, 8, .2, 0, 0, .7, 10, 200, 1));
    }

    @Test
    void knowsHowUnhappyTheAudienceWas() {
        assertThat(highest(atMost(6))).isEqualTo(6);
        assertThat(highest(new Rule.Not(atMost(6)))).isEqualTo(10);
        assertThat(highest(new Rule.All(List.of(atMost(8), atMost(3))))).isEqualTo(3);
        assertThat(highest(new Rule.Any(List.of(atMost(8), atMost(3))))).isEqualTo(8);
        assertThat(highest(new Rule.All(List.of(CUSTOMERS, atMost(4))))).isEqualTo(4);
        assertThat(highest(new Rule.Any(List.of(CUSTOMERS, atMost(4))))).isEqualTo(10);
        assertThat(highest(new Rule.Answer(Metric.CSAT, 1, 2, null))).isEqualTo(10);
    }

    @Test
    void looksIntoNamedSegments() {
        segments.save("unhappy", "{ answer: nps, at-most: 6 }", NOW);

        assertThat(highest(new Rule.Segment("unhappy"))).isEqualTo(6);
    }

    @Test
    void staysWithinWhatCanBeTried() {
        assertThat(of(EVERYBODY, 0).people()).isEqualTo(10);
        assertThat(of(EVERYBODY, 5_000_000_000L).people()).isEqualTo(1_000_000);
    }

    @Test
    void takesPeopleOfAnAccountForAsManyAsTellAsMuch() {
        TestDatabase.empty().sql("""
                insert into audience.customer (external_id, account_id, locale, time_zone, country, attributes, created_at, updated_at)
                select 'C-' || n, 'A-' || n % 10, 'de', 'Europe/Berlin', 'DE', '{"product": "gas"}', now(), now()
                  from generate_series(1, 100) n""").update();
        var gas = new Rule.Attribute("product", Rule.Comparison.EXISTS, List.of());

        assertThat(of(gas, Unit.CUSTOMER, 4_000).people()).isEqualTo(4_000);
        // ten people an account of whom 20 % answer, alike by 0.3: 1 + 9 * 0.2 * 0.3
        assertThat(of(gas, Unit.ACCOUNT, 4_000).people()).isEqualTo((int) Math.round(4_000 / 1.54));
    }

    private int highest(Rule audience) {
        return of(audience, 4_000).earlierAtMost();
    }

    private Assumption of(Rule audience, long people) {
        return of(audience, Unit.CUSTOMER, people);
    }

    private Assumption of(Rule audience, Unit unit, long people) {
        var campaign = new Campaign(
                "bill",
                1,
                "hash",
                "Bill",
                null,
                null,
                null,
                Purpose.SERVICE,
                new Goal(Metric.NPS, null, null, 8),
                audience,
                .2,
                unit,
                List.of(),
                List.of("email"),
                new Schedule(null, null, "recipient", null, null, List.of()),
                null,
                List.of(),
                Map.of());
        return assumptions.of(campaign, people, NOW);
    }

    private static Rule atMost(int score) {
        return new Rule.Answer(Metric.NPS, 0, score, null);
    }
}
