package dev.uplift.web.staff;

import dev.uplift.campaign.CampaignStatus.State;
import java.util.Set;

/** What may be done with a campaign in its state by this reader. */
record Actions(boolean plan, boolean pause, boolean resume, boolean cancel) {

    private static final Set<State> OPEN = Set.of(State.LAUNCHED, State.PAUSED);

    static Actions of(State state, boolean measures, boolean operates) {
        return new Actions(
                measures && state != State.CANCELLED,
                operates && state == State.LAUNCHED,
                operates && state == State.PAUSED,
                operates && OPEN.contains(state));
    }
}
