package dev.uplift;

import dev.uplift.CampaignJourney.Wake;
import dev.uplift.campaign.Campaigns;
import dev.uplift.delivery.Closing;
import dev.uplift.delivery.Ledger;
import dev.uplift.delivery.Recorded;
import dev.uplift.delivery.Stages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.integration.core.MessagingTemplate;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.messaging.MessageChannel;
import org.springframework.stereotype.Component;

/** Wakes the stages of the journey, one after the other, until nothing more is due. */
@Component
class WakingStages implements Stages, SmartLifecycle {

    private final IntegrationFlow planning;
    private final IntegrationFlow sending;
    private final IntegrationFlow listening;
    private final IntegrationFlow settling;
    private final Closing closing;
    private final Campaigns campaigns;
    private final Ledger ledger;
    private final MessagingTemplate messages = new MessagingTemplate();
    private volatile boolean stopping;

    WakingStages(
            @Qualifier("planning") IntegrationFlow planning,
            @Qualifier("sending") IntegrationFlow sending,
            @Qualifier("listening") IntegrationFlow listening,
            @Qualifier("settling") IntegrationFlow settling,
            Closing closing,
            Campaigns campaigns,
            Ledger ledger) {
        this.planning = planning;
        this.sending = sending;
        this.listening = listening;
        this.settling = settling;
        this.closing = closing;
        this.campaigns = campaigns;
        this.ledger = ledger;
    }

    /** A stage that fails does not keep the others from their work; its failure is thrown when all have had their turn. */
    @Override
    public synchronized void wakeDue(Instant now) {
        var wake = new Wake(now);
        closing.recover(now);
        var failures = new ArrayList<RuntimeException>();
        attempt(() -> wake(planning, wake), failures);
        attempt(() -> send(wake), failures);
        attempt(() -> wake(listening, wake), failures);
        attempt(() -> wake(settling, wake), failures);
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    /** What comes due, and what providers say, while a long campaign is being sent does not wait for its end. */
    private void send(Wake wake) {
        while (!stopping && sent(wake) > 0) {
            wake(listening, wake);
            wake(planning, wake);
        }
    }

    /** First of all parts: no further round begins, and the one under way is recorded while everything it needs lives. */
    @Override
    public void stop() {
        stopping = true;
        awaitRound();
    }

    /** Whoever is in a round holds the lock, so getting it means that nobody is. */
    private synchronized void awaitRound() {}

    @Override
    public void start() {
        stopping = false;
    }

    @Override
    public boolean isRunning() {
        return !stopping;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Optional<Instant> nextDue() {
        return Stream.of(campaigns.nextDue(), ledger.nextDue())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private int sent(Wake wake) {
        var recorded = messages.convertSendAndReceive(input(sending), wake, Recorded.class);
        return recorded == null ? 0 : recorded.claimed();
    }

    private static void attempt(Runnable stage, List<RuntimeException> failures) {
        try {
            stage.run();
        } catch (RuntimeException e) {
            failures.add(e);
        }
    }

    private void wake(IntegrationFlow stage, Wake wake) {
        messages.convertAndSend(input(stage), wake);
    }

    private static MessageChannel input(IntegrationFlow stage) {
        return Objects.requireNonNull(stage.getInputChannel(), "A stage without an input cannot be woken");
    }
}
