package dev.uplift.demo.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What must be true of everybody in the sample company after its seventy-five days. */
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "uplift.demo=false")
class SampleCompanyTests {

    @Autowired
    private SampleStory sample;

    @Autowired
    private Simulation simulation;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void inAHomeOfItsOwn(DynamicPropertyRegistry properties) {
        properties.add(
                "uplift.home", () -> "target/sample-" + ProcessHandle.current().pid());
    }

    @BeforeAll
    void live() {
        simulation.live(sample.of(3, 400, Instant.parse("2026-11-20T12:00:00Z")), now -> {});
    }

    @Test
    void everySendHasItsEndState() {
        var open =
                rows("select id::text from delivery.send where state in ('PLANNED', 'CLAIMED', 'SENDING', 'DEFERRED')");

        assertThat(open).isEmpty();
        assertThat(rows("select id::text from delivery.send where state = 'ACCEPTED'"))
                .isNotEmpty();
    }

    @Test
    void everybodyOfTheAudienceIsInTheLedgerOrHasAReason() {
        var forgotten = rows("""
                select a.customer_id::text
                  from delivery.assignment a
                 where not exists (select from delivery.send s where s.run_id = a.run_id and s.customer_id = a.customer_id)
                   and not exists (
                       select from delivery.decision d where d.run_id = a.run_id and d.customer_id = a.customer_id)""");
        var unexplained = rows("""
                select id::text from delivery.send
                 where state in ('SKIPPED', 'SUPPRESSED', 'REJECTED') and reason is null""");

        assertThat(forgotten).isEmpty();
        assertThat(unexplained).isEmpty();
        assertThat(rows("select reason from delivery.decision")).contains("NO_CONSENT", "NO_ADDRESS");
    }

    @Test
    void nobodyIsContactedAgainstTheirWill() {
        var unwanted = rows("""
                select s.id::text
                  from delivery.send s
                  left join lateral (
                       select p.granted
                         from consent.permission p
                        where p.customer_id = s.customer_id and p.channel = s.channel and p.purpose = s.purpose
                          and p.at <= s.exposed_at
                        order by p.at desc
                        limit 1) last on true
                 where s.state in ('ACCEPTED', 'DELIVERED', 'UNKNOWN')
                   and case s.purpose when 'service' then last.granted is false else last.granted is not true end""");

        assertThat(unwanted).isEmpty();
    }

    @Test
    void nobodyGetsTwoCopies() {
        var accepted = rows("select id::text from delivery.send where state in ('ACCEPTED', 'DELIVERED')");
        var mails = rows(
                "select substring(convert_from(raw, 'LATIN1') from 'Message-ID: <([0-9a-f-]{36})') from demo.mail");
        var texts = rows("select substring(status_callback from '[0-9a-f-]{36}') from demo.sms");

        assertThat(mails).doesNotHaveDuplicates();
        assertThat(texts).doesNotHaveDuplicates();
        assertThat(accepted)
                .hasSize(mails.size() + texts.size())
                .containsAll(mails)
                .containsAll(texts);
    }

    @Test
    void everybodyIsWrittenToInTheirLanguage() {
        var languages = rows("""
                select distinct c.locale || ' ' || substring(convert_from(m.raw, 'LATIN1') from 'lang=(?:3D)?"([a-z]{2})"')
                  from demo.mail m
                  join delivery.send s
                    on s.id = substring(convert_from(m.raw, 'LATIN1') from 'Message-ID: <([0-9a-f-]{36})')::uuid
                  join audience.customer c on c.id = s.customer_id""");

        assertThat(languages).containsExactlyInAnyOrder("de de", "en en");
    }

    @Test
    void whoeverPrefersSmsGetsSms() {
        var channels = rows("""
                select distinct c.preferred_channels[1] || ' ' || s.channel
                  from delivery.send s
                  join audience.customer c on c.id = s.customer_id
                  join consent.reachable r
                    on r.customer_id = c.id and r.purpose = s.purpose and r.channel = c.preferred_channels[1]
                 where s.state in ('ACCEPTED', 'DELIVERED') and r.refusal is null""");

        assertThat(channels).containsExactlyInAnyOrder("email email", "sms sms");
    }

    @Test
    void answersComeFromBothArms() {
        var arms = rows("""
                select distinct s.arm
                  from survey.response a
                  join delivery.send s on s.id = a.send_id
                  join campaign.run r on r.run_id = s.run_id and r.campaign_key = 'instalment-explained'""");

        assertThat(arms).containsExactlyInAnyOrder("treated", "hold-out");
    }

    @Test
    void whoeverAnswersIsFollowedUpAsTheCampaignSays() {
        var kinds = rows("""
                select distinct s.template || ' ' || s.arm || case when s.ghost then ' ghost' else '' end
                  from delivery.send s
                 where s.kind = 'follow-up'""");
        var early = rows("""
                select s.id::text
                  from delivery.send s
                  join survey.response a on a.run_id = s.run_id and a.customer_id = s.customer_id
                 where s.kind = 'follow-up'
                   and s.exposed_at < a.at + case s.template when 'saving-tips' then interval '2 days' else interval '1 day' end""");
        var unheard = rows("""
                select a.customer_id::text
                  from survey.score a
                  join campaign.run r on r.run_id = a.run_id and r.campaign_key = 'instalment-explained'
                 where a.score >= 7
                   and not exists (
                       select from delivery.send s
                        where s.run_id = a.run_id and s.customer_id = a.customer_id and s.kind = 'follow-up')
                   and not exists (
                       select from delivery.decision d
                        where d.run_id = a.run_id and d.customer_id = a.customer_id and d.step > 3)""");

        assertThat(kinds)
                .isSubsetOf(
                        "saving-tips treated",
                        "saving-tips hold-out ghost",
                        "recommend-us treated",
                        "recommend-us hold-out ghost")
                .contains("saving-tips treated");
        assertThat(early).isEmpty();
        assertThat(unheard).isEmpty();
    }

    @Test
    void leavesADeskAtWhichPeopleWork() {
        assertThat(rows("select id::text from followup.case where state = 'CLOSED'"))
                .hasSizeGreaterThan(10);
        assertThat(rows("select id::text from followup.case where state = 'NEW' and answered_at < '2026-11-18'"))
                .isEmpty();
        assertThat(rows("select id::text from followup.case where state = 'CLOSED' and first_contact_at is null"))
                .isEmpty();
        assertThat(rows("select distinct channel from followup.event where what = 'CONTACT'"))
                .contains("call", "email");
        assertThat(rows("select case_id::text from followup.second_survey where asked_at is not null"))
                .isNotEmpty();
    }

    private List<String> rows(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
