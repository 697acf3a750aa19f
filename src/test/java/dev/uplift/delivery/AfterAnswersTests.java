package dev.uplift.delivery;

import static dev.uplift.delivery.LedgerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.SendId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Messages that follow answers. */
class AfterAnswersTests {

    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    private static final String SOURCE = """
            name: Bills explained
            purpose: service
            audience: { attribute: product, is: electricity }
            channels: [email]
            steps:
              - survey: nps-annual-bill
            follow-up:
              detractor: { case: service-desk, within: 48h }
              passive: { send: saving-tips, after: 1d }
              promoter: { send: recommend-us, purpose: marketing }
            """;

    private static final String ROWS = """
            select concat_ws(' ', m.external_id, s.step, s.template, s.purpose, s.channel, s.state, s.ghost)
              from delivery.send s
              join audience.member m using (customer_id)
             where s.kind = 'follow-up'
             order by m.external_id""";

    private final LedgerFixture ledger = new LedgerFixture();
    private final AfterAnswers answers = answers();

    AfterAnswersTests() {
        ledger.jdbc
                .sql("update campaign.version set source = :source")
                .param("source", SOURCE)
                .update();
        ledger.jdbc.sql("insert into delivery.awaited (run_id) values (1)").update();
    }

    @Test
    void sendWhatTheCampaignHasForEachPartOfTheScale() {
        Answering.confirm(ledger, asked("anna", "treated"), 7, NOW);
        var ben = asked("ben", "treated");
        Answering.confirm(ledger, ben, 10, NOW);
        ledger.allow(customer(ben), "marketing");
        Answering.confirm(ledger, asked("carl", "treated"), 3, NOW);

        answers.plan(NOW);

        assertThat(rows())
                .containsExactly(
                        "anna 2 saving-tips service email PLANNED f", "ben 3 recommend-us marketing email PLANNED f");
        assertThat(ledger.claim(NOW, 10)).extracting(Send::template).containsExactly("recommend-us");
        assertThat(ledger.claim(TOMORROW, 10)).extracting(Send::template).containsExactly("saving-tips");
    }

    @Test
    void leaveOutWhoeverDoesNotAgreeAndSayWhy() {
        Answering.confirm(ledger, asked("anna", "treated"), 9, NOW);

        answers.plan(NOW);
        answers.plan(NOW.plusSeconds(1));

        assertThat(rows()).isEmpty();
        assertThat(ledger.jdbc
                        .sql("select step || ' ' || reason from delivery.decision")
                        .query(String.class)
                        .list())
                .containsExactly("3 NO_CONSENT");
    }

    @Test
    void areOnlyNotedForThoseHeldOut() {
        Answering.confirm(ledger, asked("anna", "hold-out"), 8, NOW);

        answers.plan(NOW);
        ledger.admit(TOMORROW);

        assertThat(rows()).containsExactly("anna 2 saving-tips service email GHOST t");
    }

    @Test
    void comeOnceHoweverManyNodesListenHoweverOften() throws InterruptedException, ExecutionException {
        IntStream.range(0, 20).forEach(n -> Answering.confirm(ledger, asked("c" + n, "treated"), 7, NOW));
        var nodes = Executors.newFixedThreadPool(3);

        var looks = IntStream.range(0, 6)
                .<Future<?>>mapToObj(n -> nodes.submit(() -> answers().plan(NOW.plusSeconds(n))))
                .toList();
        for (var look : looks) {
            look.get();
        }
        nodes.shutdown();
        ledger.jdbc.sql("delete from delivery.heard").update();
        answers.plan(NOW.plusSeconds(60));

        assertThat(rows()).hasSize(20);
    }

    @Test
    void followTheFirstAnswerOnly() {
        var survey = asked("anna", "treated");
        Answering.confirm(ledger, survey, 7, NOW);
        answers.plan(NOW);
        amend(10);
        var other = asked(customer(survey), 4, "treated");
        Answering.confirm(ledger, other, 9, NOW.plusSeconds(5));
        ledger.allow(customer(survey), "marketing");

        answers.plan(NOW.plusSeconds(10));

        assertThat(rows()).containsExactly("anna 2 saving-tips service email PLANNED f");
    }

    @Test
    void writeToOneMailboxOnce() {
        Answering.confirm(ledger, asked("anna", "treated"), 7, NOW);
        Answering.confirm(ledger, asked("ben", "treated"), 7, NOW);
        ledger.jdbc
                .sql("update audience.customer set email = 'us@kunden.example', email_fp = 'us'")
                .update();

        answers.plan(NOW);

        assertThat(rows()).hasSize(1);
        assertThat(ledger.jdbc
                        .sql("select reason from delivery.decision")
                        .query(String.class)
                        .list())
                .containsExactly("DUPLICATE_ADDRESS");
    }

    @Test
    void waitForNoReminderThatIsStillToCome() {
        var survey = asked("anna", "treated");
        var reminder = reminder(survey);
        Answering.confirm(ledger, survey, 7, NOW);
        answers.plan(NOW);

        assertThat(ledger.claim(TOMORROW, 10)).extracting(Send::kind).containsExactly("follow-up");
        assertThat(ledger.state(reminder)).isEqualTo("PLANNED");
    }

    @Test
    void areNotPlannedForACancelledRun() {
        Answering.confirm(ledger, asked("anna", "treated"), 7, NOW);
        ledger.jdbc.sql("update campaign.execution set state = 'CANCELLED'").update();

        answers.plan(NOW);

        assertThat(rows()).isEmpty();
    }

    @Test
    void keepTheRunOpenUntilNobodyCanAnswerAnyMore() {
        asked("anna", "treated");

        assertThat(ledger.closing.close(NOW)).isEmpty();
        assertThat(ledger.awaited().next())
                .contains(NOW.plus(Duration.ofDays(30)).plus(AfterAnswers.OVERLAP));
        assertThat(ledger.closing.close(NOW.plus(Duration.ofDays(30)))).isEmpty();
        assertThat(ledger.closing.close(NOW.plus(Duration.ofDays(31)))).hasSize(1);
    }

    @Test
    void areListenedForSomeHoursAfterAnAnswerThatNobodyHeard() {
        answers.plan(NOW);
        Answering.confirm(ledger, asked("anna", "treated"), 7, NOW.plusSeconds(1));

        assertThat(ledger.awaited().next()).contains(NOW.plusSeconds(1).plus(Duration.ofHours(6)));
    }

    private AfterAnswers answers() {
        return new AfterAnswers(ledger.jdbc, ledger.transaction, ledger.campaigns, LedgerFixture.steps());
    }

    private List<String> rows() {
        return ledger.jdbc.sql(ROWS).query(String.class).list();
    }

    private SendId asked(String name, String arm) {
        return asked(ledger.customer(name), 1, arm);
    }

    /** A survey that has arrived. */
    private SendId asked(long customer, int step, String arm) {
        var survey = ledger.planned(customer, step, "survey", "survey", arm);
        ledger.jdbc
                .sql("update delivery.send set template = 'nps-annual-bill' where id = :id")
                .param("id", survey.value())
                .update();
        ledger.jdbc
                .sql("insert into delivery.assignment values (1, :customer, :arm, 0, :now) on conflict do nothing")
                .param("customer", customer)
                .param("arm", arm)
                .param("now", Timestamp.from(NOW))
                .update();
        ledger.expose(survey);
        return survey;
    }

    /** Not due for a week, and so early a step that what follows the answer comes later. */
    private SendId reminder(SendId survey) {
        var reminder = ledger.planned(customer(survey), 0, "reminder", "survey");
        ledger.jdbc
                .sql("update delivery.due set not_before = not_before + interval '7 days' where send_id = :id")
                .param("id", reminder.value())
                .update();
        return reminder;
    }

    private long customer(SendId send) {
        return Long.parseLong(ledger.value(send, "customer_id"));
    }

    /** The customer changes the answer. */
    private void amend(int score) {
        ledger.jdbc.sql("""
                insert into survey.response_event (invitation_id, run_id, customer_id, survey_key, metric, type, score, language, at)
                select invitation_id, run_id, customer_id, survey_key, metric, 'AMENDED', :score, 'de', at + interval '1 second'
                  from survey.response_event""").param("score", score).update();
    }
}
