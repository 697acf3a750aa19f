package dev.uplift.delivery;

import dev.uplift.channel.Lane;
import dev.uplift.platform.Medium;
import dev.uplift.platform.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The open sends of a run on one channel; streams take turns, urgent ones first.
 *
 * @param urgent whether these are service messages, which overtake all others
 * @param perMinute the pace of the campaign, or null
 * @param domain the recipient domain in whose own queue they wait; null for the common queue
 */
record Stream(
        RunId run,
        Medium channel,
        boolean urgent,
        @Nullable Integer perMinute,
        @Nullable Domain domain) {

    private static final double SECONDS = 60;

    /** Whether a customer gets only so many of them; service messages are never held back. */
    boolean capped() {
        return !urgent;
    }

    /** What limits the stream while its channel uses this provider. */
    List<Limit> limits(Optional<Lane> lane) {
        var limits = new ArrayList<Limit>();
        lane.filter(used -> used.perSecond() > 0 || !used.warmUp().isEmpty())
                .ifPresent(used -> limits.add(new Limit("provider:" + used.name(), used.perSecond(), used.warmUp())));
        if (perMinute != null) {
            limits.add(new Limit("run:" + run.value(), perMinute / SECONDS, List.of()));
        }
        if (domain != null) {
            limits.add(domain.limit());
        }
        return limits;
    }
}
