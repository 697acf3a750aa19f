package dev.uplift.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.audience.Rule;
import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.Schedule;
import dev.uplift.campaign.Step;
import dev.uplift.campaign.TestCampaigns;
import dev.uplift.campaign.Unit;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.SqlFile;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plans for 300 contacts of 60 accounts and 100 customers without an account. */
class AccountLotTests {

    private static final String PLAN = SqlFile.of("delivery/plan.sql");

    private static final String CUSTOMERS = """
            insert into audience.customer (external_id, account_id, email, email_fp, locale, time_zone, country, attributes,
                                           created_at, updated_at)
            select 'C-' || n, case when n <= 300 then 'A-' || n % 60 end, n || '@kunden.example', int8send(n), 'de',
                   'Europe/Berlin', 'DE', '{"product": "gas"}', :now, :now
              from generate_series(1, 400) n""";

    private static final String ARMS_OF_ACCOUNTS = """
            select count(distinct arm) from delivery.drawn d join audience.member m using (customer_id)
             where m.account_id is not null group by m.account_id""";

    private final LedgerFixture ledger = new LedgerFixture();

    @BeforeEach
    void arrive() {
        ledger.jdbc
                .sql(CUSTOMERS)
                .param("now", Timestamp.from(LedgerFixture.NOW))
                .update();
    }

    @Test
    void drawsAllContactsOfAnAccountIntoTheSameArm() {
        plan(Unit.ACCOUNT);

        assertThat(numbers(ARMS_OF_ACCOUNTS)).hasSize(60).containsOnly(1L);
        assertThat(number("select count(distinct account) from delivery.drawn where arm = 'hold-out'"))
                .isBetween(15L, 45L);
        assertThat(number("select count(*) from delivery.drawn where account is null and arm = 'hold-out'"))
                .isBetween(30L, 70L);
    }

    @Test
    void drawsTheSameAgain() {
        plan(Unit.ACCOUNT);
        var first = heldOut();
        ledger.jdbc.sql("truncate delivery.assignment, delivery.send cascade").update();

        plan(Unit.ACCOUNT);

        assertThat(heldOut()).isEqualTo(first);
    }

    @Test
    void letsContactsOfAnAccountGetDifferentVariants() {
        plan(Unit.ACCOUNT);

        assertThat(numbers("""
                select count(distinct s.variant) from delivery.send s join audience.member m using (customer_id)
                 where m.account_id is not null group by m.account_id""")).contains(2L);
    }

    @Test
    void drawsCustomersOneByOneUnlessToldOtherwise() {
        plan(Unit.CUSTOMER);

        assertThat(numbers(ARMS_OF_ACCOUNTS)).contains(2L);
        assertThat(number("select count(account) from delivery.drawn")).isZero();
    }

    @Test
    void namesAttributesThatNobodyHas() {
        var unknown = new UnknownAttributes(ledger.jdbc, TestCampaigns.audiences(ledger.jdbc));

        assertThat(unknown.of(campaign(Unit.CUSTOMER), LedgerFixture.NOW)).containsExactly("porduct");
    }

    private void plan(Unit unit) {
        var decision = new Decision(ledger.jdbc, TestCampaigns.audiences(ledger.jdbc), LedgerFixture.steps());
        ledger.transaction.executeWithoutResult(
                status -> decision.then(PLAN, campaign(unit), "salt", LedgerFixture.NOW, LedgerFixture.NOW)
                        .param("run", 1L)
                        .query(Long.class)
                        .single());
    }

    private static Campaign campaign(Unit unit) {
        return new Campaign(
                "bills",
                1,
                "hash",
                "Bills",
                null,
                null,
                null,
                Purpose.SERVICE,
                null,
                new Rule.Attribute("product", Rule.Comparison.EXISTS, List.of()),
                .5,
                unit,
                List.of("product", "porduct"),
                List.of("email"),
                new Schedule(null, null, "recipient", null, null, List.of()),
                null,
                List.of(new Step(
                        1, Step.Kind.MESSAGE, "instalment-explained", Duration.ZERO, Map.of("a", .5, "b", .5), 1)),
                Map.of());
    }

    private List<Long> heldOut() {
        return numbers("select customer_id from delivery.drawn where arm = 'hold-out' order by 1");
    }

    private long number(String sql) {
        return ledger.jdbc.sql(sql).query(Long.class).single();
    }

    private List<Long> numbers(String sql) {
        return ledger.jdbc.sql(sql).query(Long.class).list();
    }
}
