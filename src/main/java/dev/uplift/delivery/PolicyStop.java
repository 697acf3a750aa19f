package dev.uplift.delivery;

import dev.uplift.campaign.Campaigns;
import dev.uplift.channel.Outbound;
import dev.uplift.channel.SendResult.Cases;
import dev.uplift.channel.SendResult.Cause;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Pauses a campaign when a provider refuses its sender or our account: whatever follows would be refused as well. */
@Component
class PolicyStop {

    private static final Cases<Boolean> REFUSES_US = new Cases<>(
            accepted -> false, rejected -> rejected.cause() == Cause.POLICY, deferred -> false, unknown -> false);

    private final Campaigns campaigns;

    PolicyStop(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    void halt(List<Try> tries, Instant now) {
        tries.stream()
                .filter(tried -> tried.result().match(REFUSES_US))
                .map(Try::message)
                .map(Outbound::listId)
                .distinct()
                .forEach(campaign -> campaigns.halt(campaign, "a provider refuses its sender or our account", now));
    }
}
