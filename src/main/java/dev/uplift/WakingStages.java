package dev.uplift;

import dev.uplift.CampaignJourney.Wake;
import dev.uplift.campaign.Campaigns;
import dev.uplift.delivery.Closing;
import dev.uplift.delivery.Ledger;
import dev.uplift.delivery.Recorded;
import dev.uplift.delivery.Stages;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.integration.core.MessagingTemplate;
import org.springframework.messaging.MessageChannel;
import org.springframework.stereotype.Component;

/** Wakes the stages of the journey, one after the other, until nothing more is due. */
@Component
class WakingStages implements Stages {

    private final MessageChannel planning;
    private final MessageChannel sending;
    private final MessageChannel listening;
    private final MessageChannel settling;
    private final Closing closing;
    private final Campaigns campaigns;
    private final Ledger ledger;
    private final MessagingTemplate messages = new MessagingTemplate();

    WakingStages(
            @Qualifier("planning.input") MessageChannel planning,
            @Qualifier("sending.input") MessageChannel sending,
            @Qualifier("listening.input") MessageChannel listening,
            @Qualifier("settling.input") MessageChannel settling,
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
        messages.convertAndSend(planning, wake);
        while (sent(wake) > 0) {
            messages.convertAndSend(listening, wake);
        }
        messages.convertAndSend(listening, wake);
        messages.convertAndSend(settling, wake);
    }

    @Override
    public Optional<Instant> nextDue() {
        return Stream.of(campaigns.nextDue(), ledger.nextDue())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private int sent(Wake wake) {
        var recorded = messages.convertSendAndReceive(sending, wake, Recorded.class);
        return recorded == null ? 0 : recorded.claimed();
    }
}
