package dev.uplift;

import dev.uplift.CampaignJourney.Wake;
import dev.uplift.campaign.Campaigns;
import dev.uplift.delivery.Closing;
import dev.uplift.delivery.Ledger;
import dev.uplift.delivery.Recorded;
import dev.uplift.delivery.Stages;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.integration.core.MessagingTemplate;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.messaging.MessageChannel;
import org.springframework.stereotype.Component;

/** Wakes the stages of the journey, one after the other, until nothing more is due. */
@Component
class WakingStages implements Stages {

    private final IntegrationFlow planning;
    private final IntegrationFlow sending;
    private final IntegrationFlow listening;
    private final IntegrationFlow settling;
    private final Closing closing;
    private final Campaigns campaigns;
    private final Ledger ledger;
    private final MessagingTemplate messages = new MessagingTemplate();

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

    @Override
    public synchronized void wakeDue(Instant now) {
        var wake = new Wake(now);
        closing.recover(now);
        wake(planning, wake);
        while (sent(wake) > 0) {
            wake(listening, wake);
        }
        wake(listening, wake);
        wake(settling, wake);
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

    private void wake(IntegrationFlow stage, Wake wake) {
        messages.convertAndSend(input(stage), wake);
    }

    private static MessageChannel input(IntegrationFlow stage) {
        return Objects.requireNonNull(stage.getInputChannel(), "A stage without an input cannot be woken");
    }
}
