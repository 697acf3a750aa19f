package dev.uplift;

import dev.uplift.alert.Posting;
import dev.uplift.alert.Raising;
import dev.uplift.campaign.Campaigns;
import dev.uplift.campaign.Run;
import dev.uplift.delivery.AfterAnswers;
import dev.uplift.delivery.Claimed;
import dev.uplift.delivery.Closing;
import dev.uplift.delivery.Composed;
import dev.uplift.delivery.Courier;
import dev.uplift.delivery.Heard;
import dev.uplift.delivery.InboundLetters;
import dev.uplift.delivery.Mailroom;
import dev.uplift.delivery.Planned;
import dev.uplift.delivery.Planner;
import dev.uplift.delivery.Reconciler;
import dev.uplift.followup.Cases;
import dev.uplift.followup.Opening;
import dev.uplift.followup.Posted;
import dev.uplift.followup.SecondSurveys;
import dev.uplift.impact.Plans;
import dev.uplift.outbox.Outbox;
import dev.uplift.platform.RunId;
import dev.uplift.survey.Surveys;
import dev.uplift.survey.answers.Tagging;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.dsl.IntegrationFlow;

/**
 * The way of every message, on one page.
 *
 * <pre>
 * planning   definition ─▶ run is due ─▶ plan: segment × consent × channel × lot ─▶ ledger ─▶ measurement plan
 * sending    queue ─▶ claim ─▶ compose ─▶ gate + durable mark ─▶ channel
 * recording  channel ─▶ what it said ─▶ ledger
 * listening  receipts from providers ─▶ ledger
 * fetching   bounces, complaints and replies by mail ─▶ receipts, letters
 * following  answers ─▶ what they are about, messages that follow, cases, clocks, agents' messages, second surveys
 * forgetting anonymous answers ─▶ the same, without order and traces of their transactions
 * telling    answers and cases ─▶ outbox ─▶ other systems
 * alerting   scores, cases and sending ─▶ notices ─▶ mails to leaders, until somebody acknowledges them
 * settling   what is out of date ends; a run is over when each of its sends has its end state
 * </pre>
 *
 * Every arrow is a table: a stage claims rows, works and records, so that a crash between two stages loses nothing and
 * many nodes, and many threads of each, may work side by side. Answers come in over HTTP straight into the survey's table, from where the report
 * joins them with the ledger. Nothing starts by itself: {@link WakingStages} wakes the stages at an instant.
 */
@Configuration(proxyBeanMethods = false)
class CampaignJourney {

    /** Somebody looked at the clock. */
    record Wake(Instant now) {}

    /** Campaigns whose time has come become runs, and runs become ledger rows. */
    @Bean
    IntegrationFlow planning(Campaigns campaigns, Planner planner, Plans measurement, Clock clock) {
        return flow -> flow.handle(Wake.class, (wake, headers) -> campaigns.due(wake.now()))
                .split()
                .handle(Run.class, (run, headers) -> planner.plan(run, clock.instant()))
                .handle(Planned.class, (planned, headers) -> measurement.lock(planned.run(), clock.instant()))
                .handle(Run.class, (run, headers) -> campaigns.planned(run.id()))
                .nullChannel();
    }

    /** The due sends of one stream go out; the reply says how many there were. */
    @Bean
    IntegrationFlow sending(Courier courier) {
        return flow -> flow.handle(Wake.class, (wake, headers) -> courier.claim(wake.now()))
                .handle(Claimed.class, (claimed, headers) -> courier.compose(claimed))
                .handle(Composed.class, (composed, headers) -> courier.handOver(composed));
    }

    /** What the channels said is written down; the reply says about how many messages. */
    @Bean
    IntegrationFlow recording(Courier courier) {
        return flow -> flow.handle(Wake.class, (wake, headers) -> courier.hear())
                .handle(Heard.class, (heard, headers) -> courier.record(heard));
    }

    /** What providers said since, or say when asked, is applied to the sends it is about. */
    @Bean
    IntegrationFlow listening(Reconciler reconciler) {
        return flow -> flow.handle(Wake.class, (wake, headers) -> reconciler.hear(wake.now()))
                .nullChannel();
    }

    /**
     * Answers get their tags and what follows them: a message, or a case if somebody should act. Cases put off come back, what
     * became of agents' messages is told, and customers are asked again.
     */
    @Bean
    IntegrationFlow following(
            Tagging tagging, AfterAnswers answers, Opening opening, Cases cases, Posted posted, SecondSurveys second) {
        return flow -> flow.handle(Wake.class, (wake, headers) -> tagging.tag(wake.now()))
                .handle(Instant.class, (now, headers) -> answers.plan(now))
                .handle(Instant.class, (now, headers) -> opening.open(now))
                .handle(Instant.class, (now, headers) -> cases.tend(now))
                .handle(Instant.class, (now, headers) -> posted.tell(now))
                .handle(Instant.class, (now, headers) -> second.ask(now))
                .nullChannel();
    }

    /** What could still join anonymous answers with people is forgotten. */
    @Bean
    IntegrationFlow forgetting(Surveys surveys) {
        return flow -> flow.handle(Wake.class, (wake, headers) -> surveys.mix(wake.now()))
                .nullChannel();
    }

    /** Mail that came back is taken in, and what customers wrote is handed on. */
    @Bean
    IntegrationFlow fetching(Mailroom mailroom, InboundLetters letters) {
        return flow -> flow.handle(Wake.class, (wake, headers) -> mailroom.fetch(wake.now()))
                .handle(Instant.class, (now, headers) -> letters.hand(now))
                .nullChannel();
    }

    /** Other systems are told what customers said and what became of it. */
    @Bean
    IntegrationFlow telling(Outbox outbox) {
        return flow -> flow.handle(Wake.class, (wake, headers) -> outbox.tell(wake.now()))
                .nullChannel();
    }

    /** Leaders are told once of what they asked for. */
    @Bean
    IntegrationFlow alerting(Raising raising, Posting posting) {
        return flow -> flow.handle(Wake.class, (wake, headers) -> raising.look(wake.now()))
                .handle(Instant.class, (now, headers) -> posting.post(now))
                .nullChannel();
    }

    /** Sends and runs whose time is over are closed. */
    @Bean
    IntegrationFlow settling(Closing closing, Campaigns campaigns, Clock clock) {
        return flow -> flow.handle(Wake.class, (wake, headers) -> closing.close(wake.now()))
                .split()
                .handle(RunId.class, (run, headers) -> campaigns.finished(run, clock.instant()))
                .nullChannel();
    }
}
