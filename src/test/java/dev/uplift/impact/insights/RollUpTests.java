package dev.uplift.impact.insights;

import static dev.uplift.impact.insights.Panel.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class RollUpTests {

    private static final Duration DAY = Duration.ofDays(1);

    private final Panel panel = new Panel(40);

    @Test
    void countsTheFirstConfirmedScoreOfEachInvitationOnce() {
        var invitation = panel.answer(1, "nps-relationship", "email", 3, "2026-11-01T10:00:00Z");
        panel.rollUp.run(NOW);
        panel.respond(invitation, "AMENDED", 10, "2026-11-02T10:00:00Z");

        panel.rollUp.run(NOW.plus(DAY));

        assertThat(tally()).containsExactly("(\"\",nps-relationship,relational,relationship,2026-11-01,email,3,1)");
    }

    @Test
    void countsAnonymousAnswersForEverybodyOnly() {
        panel.segments.save("business", "{attribute: sort, is: business}", NOW);
        panel.jdbc.sql("""
                insert into survey.anonymous_answer (id, run_id, survey_key, survey_version, metric, score, day)
                values (-5, 1, 'nps-relationship', 'v', 'nps', 3, '2026-11-01T00:00+01'),
                       (-9, 1, 'nps-relationship', 'v', 'nps', 3, '2026-11-01T00:00+01')""").update();

        panel.rollUp.run(NOW);
        panel.rollUp.run(NOW.plus(DAY));

        assertThat(tally()).containsExactly("(\"\",nps-relationship,relational,relationship,2026-11-01,unknown,3,2)");
    }

    @Test
    void countsAnAnswerThatWasCommittedAfterLaterOnes() throws SQLException {
        var early = panel.invite(1, "nps-relationship", "email", "2026-11-01T10:00:00Z");
        try (var other = TestDatabase.source().getConnection()) {
            other.setAutoCommit(false);
            var late = JdbcClient.create(new SingleConnectionDataSource(other, true));
            late.sql(
                            "insert into survey.response_event (invitation_id, run_id, customer_id, survey_key, metric, type, score, language, at)"
                                    + " select id, run_id, customer_id, survey_key, 'nps', 'CONFIRMED', 9, 'de', '2026-11-01T11:00:00Z'"
                                    + " from survey.invitation where id = :invitation")
                    .param("invitation", early)
                    .update();
            panel.answer(2, "nps-relationship", "sms", 5, "2026-11-03T10:00:00Z");
            panel.rollUp.run(NOW);
            assertThat(tally()).hasSize(1);
            other.commit();
        }

        panel.rollUp.run(NOW.plus(DAY));

        assertThat(tally()).hasSize(2).anyMatch(row -> row.contains("email,9,1"));
    }

    @Test
    void countsTheSameInStepsAndFromScratch() {
        panel.segments.save("business", "{attribute: sort, is: business}", NOW);
        for (var customer = 1; customer <= 40; customer++) {
            panel.message(customer, customer % 3 == 0 ? "sms" : "email", customer % 5 == 0, "2026-09-20T10:00:00Z");
            panel.answer(
                    customer,
                    "nps-annual-bill",
                    "email",
                    customer % 11,
                    "2026-10-" + (10 + customer % 20) + "T10:00:00Z");
            if (customer % 4 == 0) {
                panel.rollUp.run(NOW);
            }
        }
        // an answer before those already counted shortens the time whose contacts count for them
        panel.answer(7, "nps-service", "sms", 10, "2026-09-25T10:00:00Z");
        panel.rollUp.run(NOW);
        var inSteps = panel.counts();

        panel.jdbc
                .sql("truncate impact.answer, impact.contact, impact.series, impact.tally, impact.contact_tally")
                .update();
        panel.rollUp.run(NOW);

        assertThat(inSteps).hasSizeGreaterThan(60).isEqualTo(panel.counts());
    }

    @Test
    void neverMixesOtherMetricsIntoNps() {
        panel.answer(1, "nps-service", "email", 9, "2026-11-01T10:00:00Z");
        panel.answer(2, "csat-service", "email", 5, "2026-11-01T10:00:00Z");

        panel.rollUp.run(NOW);

        assertThat(tally()).containsExactly("(\"\",nps-service,transactional,service-recovery,2026-11-01,email,9,1)");
    }

    @Test
    void changesNothingWhenItRunsTwice() {
        panel.answer(1, "nps-service", "email", 3, "2026-11-01T10:00:00Z");
        panel.rollUp.run(NOW);
        var once = panel.counts();

        panel.rollUp.run(NOW);

        assertThat(panel.counts()).isEqualTo(once);
    }

    @Test
    void leavesNothingBehindWhenItIsCutOff() {
        panel.answer(1, "nps-service", "email", 3, "2026-11-01T10:00:00Z");
        panel.rollUp.renew(NOW);
        panel.jdbc
                .sql("insert into audience.segment (key, rule, updated_at) values ('bad', '{segment: gone}', now())")
                .update();

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> panel.rollUp.run(NOW)))
                .isNotNull();
        assertThat(panel.counts()).isEmpty();
        assertThat(panel.rollUp.asOf()).isEmpty();
        assertThat(panel.rollUp.due(NOW)).isTrue();

        panel.jdbc.sql("delete from audience.segment").update();
        panel.rollUp.run(NOW);
        assertThat(tally()).hasSize(1);
        assertThat(panel.rollUp.awaited()).isFalse();
    }

    @Test
    void countsSegmentsByWhoCustomersAreNow() {
        panel.answer(1, "nps-relationship", "email", 9, "2026-01-05T10:00:00Z");
        panel.answer(2, "nps-relationship", "email", 2, "2026-01-05T10:00:00Z");
        panel.rollUp.run(NOW);
        panel.segments.save("business", "{attribute: sort, is: business}", NOW);

        panel.rollUp.run(NOW.plus(DAY));

        assertThat(tally())
                .filteredOn(row -> row.startsWith("(business"))
                .containsExactly("(business,nps-relationship,relational,relationship,2026-01-05,email,9,1)");
    }

    @Test
    void takesTheDayOfTheCompanyAndTheChannelOfTheInvitation() {
        panel.answer(1, "nps-relationship", "sms", 9, "2026-06-30T22:30:00Z");
        panel.rollUp.run(NOW);

        assertThat(tally()).containsExactly("(\"\",nps-relationship,relational,relationship,2026-07-01,sms,9,1)");
    }

    @Test
    void countsRealContactsSinceThePreviousAnswerButNotTheInvitationItself() {
        panel.message(1, "email", false, "2026-08-01T10:00:00Z");
        panel.answer(1, "nps-relationship", "email", 5, "2026-08-10T10:00:00Z");
        panel.message(1, "sms", false, "2026-09-01T10:00:00Z");
        panel.message(1, "sms", false, "2026-09-02T10:00:00Z");
        panel.message(1, "email", true, "2026-09-03T10:00:00Z");
        panel.answer(1, "nps-service", "email", 8, "2026-09-10T10:00:00Z");
        panel.answer(2, "nps-service", "email", 1, "2026-09-10T10:00:00Z");

        panel.rollUp.run(NOW);

        assertThat(panel.counts())
                .filteredOn(row -> row.startsWith("(contacts"))
                .containsExactly(
                        "(contacts,nps-relationship,message,relationship,2026-08-10,email,5,email,1,1)",
                        "(contacts,nps-service,message,service-recovery,2026-09-10,email,8,sms,2,1)",
                        "(contacts,nps-service,none,service-recovery,2026-09-10,email,1,\"\",0,1)");
    }

    @Test
    void keepsApartWhatASurveyAskedBeforeItsFileWasLost() {
        panel.answer(1, "no-file-any-more", "email", 9, "2026-11-01T10:00:00Z");

        panel.rollUp.run(NOW);

        assertThat(tally()).containsExactly("(\"\",no-file-any-more,unknown,unknown,2026-11-01,email,9,1)");
    }

    @Test
    void doesNotCountAgainAndAgainForAnswersToOtherMetrics() {
        panel.rollUp.run(NOW);

        panel.answer(1, "csat-service", "email", 3, "2026-11-22T10:00:00Z");

        assertThat(panel.rollUp.due(NOW)).isFalse();
    }

    @Test
    void doesNotKeepTheVeryFirstAnswersWaiting() {
        panel.rollUp.run(NOW);
        assertThat(panel.rollUp.due(NOW)).isFalse();

        panel.answer(1, "nps-service", "email", 3, "2026-11-22T10:00:00Z");
        assertThat(panel.rollUp.due(NOW)).isTrue();

        panel.rollUp.run(NOW);
        panel.answer(2, "nps-service", "email", 3, "2026-11-22T10:00:00Z");
        assertThat(panel.rollUp.due(NOW)).isFalse();
    }

    @Test
    void isDueOnceANightAndOnDemand() {
        assertThat(panel.rollUp.due(NOW)).isTrue();
        panel.rollUp.run(NOW);
        assertThat(panel.rollUp.asOf()).contains(NOW);

        assertThat(panel.rollUp.due(Instant.parse("2026-11-23T01:09:59Z"))).isFalse();
        assertThat(panel.rollUp.due(Instant.parse("2026-11-23T01:10:00Z"))).isTrue();

        panel.rollUp.renew(NOW);
        assertThat(panel.rollUp.due(NOW)).isTrue();
        assertThat(panel.rollUp.awaited()).isTrue();
    }

    private java.util.List<String> tally() {
        return panel.counts().stream()
                .filter(row -> !row.startsWith("(contacts"))
                .map(row -> row.replace(",\"\",0,", ","))
                .toList();
    }
}
