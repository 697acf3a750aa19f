package dev.uplift;

import dev.uplift.CampaignJourney.Wake;
import dev.uplift.campaign.Campaigns;
import dev.uplift.delivery.Closing;
import dev.uplift.delivery.Courier;
import dev.uplift.delivery.HandedOver;
import dev.uplift.delivery.Ledger;
import dev.uplift.delivery.Stages;
import dev.uplift.delivery.Watchdog;
import dev.uplift.outbox.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.integration.core.MessagingTemplate;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.messaging.MessageChannel;
import org.springframework.stereotype.Component;

/** Wakes the stages of the journey. */
@Component
class WakingStages implements Stages {

    private static final long BREATH = 200_000;

    private final Map<String, IntegrationFlow> stages;
    private final Outbox outbox;
    private final Courier courier;
    private final Closing closing;
    private final Watchdog watchdog;
    private final Campaigns campaigns;
    private final Ledger ledger;
    private final MessagingTemplate messages = new MessagingTemplate();
    private final AtomicInteger porting = new AtomicInteger();

    /** The stages are known by the names of their flows. */
    WakingStages(
            Map<String, IntegrationFlow> stages,
            Outbox outbox,
            Courier courier,
            Closing closing,
            Watchdog watchdog,
            Campaigns campaigns,
            Ledger ledger) {
        this.stages = stages;
        this.outbox = outbox;
        this.courier = courier;
        this.closing = closing;
        this.watchdog = watchdog;
        this.campaigns = campaigns;
        this.ledger = ledger;
    }

    /** Everything that is due, one stage after the other. */
    @Override
    public synchronized void wakeDue(Instant now) {
        closing.recover(now);
        inTurn(
                () -> wake("planning", now),
                () -> sendAll(now),
                () -> wake("fetching", now),
                () -> wake("listening", now),
                () -> wake("following", now),
                () -> wake("forgetting", now),
                () -> wake("telling", now),
                outbox::await,
                () -> wake("settling", now),
                () -> wake("alerting", now));
    }

    /** What one node does for all. */
    synchronized void tend(Instant now) {
        closing.recover(now);
        inTurn(
                () -> wake("planning", now),
                () -> wake("listening", now),
                () -> wake("forgetting", now),
                () -> wake("telling", now),
                () -> wake("settling", now),
                () -> watchdog.look(now),
                () -> wake("alerting", now));
    }

    /** What one node does for all, however long planning takes: somebody waits for the answers. */
    void follow(Instant now) {
        wake("following", now);
    }

    /** What one node does for all, however slow the mail server is. */
    void fetch(Instant now) {
        wake("fetching", now);
    }

    /** Sends what is due of one stream; the number of sends. */
    int send(Instant now) {
        porting.incrementAndGet();
        try {
            return Objects.requireNonNull(
                            messages.convertSendAndReceive(input("sending"), new Wake(now), HandedOver.class),
                            "The sending flow replies")
                    .claimed();
        } finally {
            porting.decrementAndGet();
        }
    }

    /** Writes down what channels said; waits a moment for them to say something. */
    void record(Instant now) {
        messages.convertSendAndReceive(input("recording"), new Wake(now), Integer.class);
    }

    @Override
    public Optional<Instant> nextDue() {
        return Stream.of(campaigns.nextDue(), ledger.nextDue())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private void sendAll(Instant now) {
        while (send(now) > 0 || porting.get() > 0 || courier.onTheWay() > 0) {
            LockSupport.parkNanos(BREATH);
        }
    }

    /** A stage that fails does not keep the others from their work; its failure is thrown when all have had their turn. */
    private static void inTurn(Runnable... stages) {
        var failures = new ArrayList<RuntimeException>();
        for (var stage : List.of(stages)) {
            try {
                stage.run();
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    private void wake(String stage, Instant now) {
        messages.convertAndSend(input(stage), new Wake(now));
    }

    private MessageChannel input(String stage) {
        var flow = Objects.requireNonNull(stages.get(stage), () -> "There is no stage " + stage);
        return Objects.requireNonNull(flow.getInputChannel(), "A stage without an input cannot be woken");
    }
}
