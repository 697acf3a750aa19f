package dev.uplift.impact;

import static dev.uplift.impact.FollowedCases.NOW;
import static dev.uplift.impact.FollowedCases.OPENED;
import static dev.uplift.impact.FollowedCases.arm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FollowUpsTests {

    private static final Instant LATER = OPENED.plus(Duration.ofDays(7));
    private static final Offset<Double> DIGITS = within(1e-6);

    private final FollowedCases cases = new FollowedCases();

    @Test
    void comparesThoseFollowedUpWithThoseWhoWait() {
        halves();
        cases.contacted(1, 250, OPENED.plusSeconds(3600));

        var found = cases.report(NOW);

        var report = found.report();
        assertThat(Objects.requireNonNull(found.list()).share()).isEqualTo(.5);
        assertThat(report.level()).isEqualTo("A");
        assertThat(arm(found, "treated").assigned()).isEqualTo(400);
        assertThat(arm(found, "treated").exposed()).isEqualTo(250);
        assertThat(arm(found, "treated").answered()).isEqualTo(200);
        assertThat(arm(found, "treated").score()).isEqualTo(35);
        assertThat(arm(found, "holdOut").score()).isEqualTo(10);
        var difference = Objects.requireNonNull(report.difference());
        assertThat(difference.points()).isEqualTo(25, DIGITS);
        assertThat(difference.confidence()).isEqualTo(.95);
        // 25 ± 7.493716 × the factor of a 95 % sequence at 400 of 2,041 planned answers
        assertThat(difference.low()).isEqualTo(25 - 7.493716 * 3.3741707, within(1e-3));
        assertThat(report.verdict().code()).isEqualTo("NOT_ENOUGH");
        assertThat(report.checks()).allMatch(Report.Check::ok);
    }

    @Test
    void saysInBothLanguagesHowManyAnswersAreMissing() {
        halves();

        var text = cases.report(NOW).report().verdict().text();

        assertThat(text.get("de"))
                .startsWith("Noch nicht entscheidbar: +25 Punkte")
                .contains("Antworten mehr");
        assertThat(text.get("en")).startsWith("Not decidable yet: +25 points").doesNotContain("campaign");
    }

    @Test
    void provesAnEffectThatIsLargeEnough() {
        cases.drawn();
        cases.opened("follow-up", 1, 1500);
        cases.opened("held", 2001, 3500);
        cases.answered("nps-service", 1, 300, 500, 700, LATER);
        cases.answered("nps-service", 2001, 800, 400, 300, LATER);

        var report = cases.report(NOW).report();

        assertThat(report.verdict().code()).isEqualTo("PROVEN_WORTH");
        assertThat(report.verdict().text().get("de"))
                .startsWith("Wirkt: +60 Punkte")
                .endsWith("Ursache ist das Nachfassen: Das Los hat entschieden, wer warten musste.");
        assertThat(report.verdict().text().get("en"))
                .endsWith("Caused by following up: a lot decided who had to wait.");
    }

    @Test
    void countsOnlyTheFirstAnswerToTheSameMetricWithinTheTime() {
        cases.drawn();
        cases.opened("follow-up", 1, 60);
        cases.opened("held", 101, 160);
        cases.answered("csat-service", 1, 0, 0, 60, LATER);
        cases.answered("nps-service", 1, 50, 0, 0, OPENED.plus(Duration.ofDays(29)));
        cases.answered("nps-service", 1, 0, 0, 60, OPENED.plus(Duration.ofDays(31)));
        cases.answered("nps-service", 101, 0, 0, 60, OPENED.plus(Duration.ofDays(31)));

        var found = cases.report(NOW);

        assertThat(arm(found, "treated").answered()).isEqualTo(50);
        assertThat(arm(found, "treated").promoters()).isZero();
        assertThat(arm(found, "holdOut").answered()).isZero();
    }

    @Test
    void waitsForAnAnswerUntilTheTimeOfACaseIsOver() {
        halves();

        var found = cases.report(OPENED.plus(Duration.ofDays(20)));

        assertThat(found.running()).isEqualTo(800);
        assertThat(arm(found, "treated").assigned()).isZero();
    }

    @Test
    void countsEverybodyOnceAndExemptCasesBeside() {
        halves();
        cases.opened("exempt", 2001, 2010);
        cases.opened("held", 1, 20, OPENED.plus(Duration.ofDays(2)));

        var found = cases.report(NOW);

        assertThat(arm(found, "treated").assigned()).isEqualTo(400);
        assertThat(arm(found, "holdOut").assigned()).isEqualTo(400);
        assertThat(found.exempt().assigned()).isEqualTo(10);
        assertThat(found.again()).isEqualTo(20);
    }

    @Test
    void provesNothingOnceTooManyOfThoseWaitingWereContacted() {
        halves();
        cases.contacted(1001, 1025, OPENED.plusSeconds(3600));

        var report = cases.report(NOW).report();

        assertThat(report.verdict().code()).isEqualTo("PLAN_CHANGED");
        assertThat(report.checks())
                .filteredOn(check -> check.name().equals("contamination"))
                .singleElement()
                .satisfies(check -> assertThat(check.detail())
                        .isEqualTo(
                                "25 of 400 waiting were contacted before their time after all; at most 5% is fine."));
    }

    @Test
    void contactsAfterTheWaitingTimeAreInOrder() {
        halves();
        cases.contacted(1001, 1400, OPENED.plus(Duration.ofDays(30)));

        assertThat(cases.report(NOW).report().verdict().code()).isEqualTo("NOT_ENOUGH");
    }

    @Test
    void findsALotThatDidNotFallAsDrawn() {
        cases.drawn();
        cases.opened("follow-up", 1, 600);
        cases.opened("held", 1001, 1400);
        cases.answered("nps-service", 1, 30, 70, 100, LATER);
        cases.answered("nps-service", 1001, 50, 80, 70, LATER);

        assertThat(cases.report(NOW).report().verdict().code()).isEqualTo("LOT_BROKEN");
    }

    @Test
    void callsBeforeAndAfterNoProofWithoutALot() {
        cases.opened("follow-up", 1, 400);
        cases.answered("nps-service", 1, 30, 70, 100, LATER);

        var found = cases.report(NOW);

        assertThat(found.list()).isNull();
        assertThat(found.report().level()).isEqualTo("E");
        var naive = Objects.requireNonNull(found.report().naive());
        assertThat(naive.points()).isEqualTo(135);
        assertThat(found.report().verdict().text().get("en"))
                .contains("to be expected without any follow-up", "Without a waiting list the cause is unknown.");
        assertThat(found.report().verdict().text().get("de")).doesNotContain("Kampagne");
    }

    @Test
    void comparesWhoLeftWhileTheyWaited() {
        halves();
        cases.jdbc.sql("""
                        insert into audience.customer (id, external_id, locale, time_zone, country, attributes, created_at,
                                                       updated_at)
                        overriding system value
                        select c, 'K-' || c, 'de', 'Europe/Berlin', 'DE', '{}', now(), now()
                          from generate_series(1001, 1040) c""").update();
        cases.jdbc.sql("""
                        insert into audience.event (customer_id, type, at, properties)
                        select c, 'churned', '2026-10-10T00:00Z', '{}' from generate_series(1001, 1040) c""").update();

        var churned = cases.report(NOW).report().outcomes().stream()
                .filter(outcome -> outcome.name().equals("churned"))
                .findFirst()
                .orElseThrow();

        assertThat(churned.treated()).isZero();
        assertThat(churned.holdOut()).isEqualTo(.1);
        assertThat(churned.difference().high()).isNegative();
    }

    @Test
    void countsWhatBecameOfTheCasesOfADesk() {
        cases.opened("follow-up", 1, 10);
        cases.answered("nps-service", 1, 2, 3, 1, LATER);
        cases.jdbc.sql("""
                        update followup.case
                           set state = 'CLOSED', due_at = null, left_seconds = 60, first_contact_at = opened_at,
                               closed_at = opened_at, outcome = 'RESOLVED', root_cause = 'price'
                         where customer_id <= 4""").update();
        cases.jdbc
                .sql("update followup.case set escalated_at = opened_at where customer_id = 5")
                .update();

        var figures = cases.followUps().figures("service", OPENED, NOW);

        assertThat(figures.cases()).isEqualTo(10);
        assertThat(Objects.requireNonNull(figures.inTime()).percent()).isEqualTo(80);
        assertThat(Objects.requireNonNull(figures.inTime()).low()).isEqualTo(37.55, within(.01));
        assertThat(Objects.requireNonNull(figures.recovered()).some()).isEqualTo(4);
        assertThat(Objects.requireNonNull(figures.recovered()).all()).isEqualTo(6);
        assertThat(figures.causes()).extracting(DeskFigures.Portion::name).containsExactly("price");
        assertThat(figures.outcomes()).extracting(DeskFigures.Portion::some).containsExactly(4L);
        assertThat(cases.followUps()
                        .figures("service", OPENED.plusSeconds(1), NOW)
                        .cases())
                .isZero();
    }

    /** 400 cases each way; of each 200 answer, by 25 points better where somebody followed up. */
    private void halves() {
        cases.drawn();
        cases.opened("follow-up", 1, 400);
        cases.opened("held", 1001, 1400);
        cases.asked("nps-service", 201, 400, LATER.plusSeconds(60));
        cases.asked("nps-service", 1201, 1400, LATER.plusSeconds(60));
        cases.answered("nps-service", 1, 30, 70, 100, LATER);
        cases.answered("nps-service", 1001, 50, 80, 70, LATER);
    }
}
