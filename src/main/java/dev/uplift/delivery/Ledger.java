package dev.uplift.delivery;

import dev.uplift.channel.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The record of every contact: one row per run, step and customer, and what became of it. */
@Repository
public class Ledger {

    /** The plan of the newest run as it was carried out, without problems. */
    public Optional<Plan> plan(String campaign) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The steps of the newest run with their counts by state. */
    public List<StepCounts> steps(String campaign) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Counts by state of the first contact of the newest run, treated customers only; adds up to toContact. */
    public Map<String, Long> counts(String campaign) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Rows of a campaign by keyset: at most 500 after the given customer; state and customer narrow them. */
    public List<SendRow> sends(
            String campaign, @Nullable String state, @Nullable String customer, @Nullable String after) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Keeps what a provider said; repeats are swallowed. Applied by the settling stage. */
    public void receive(Receipt receipt) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The owner of an unsubscribe token; empty if it is forged or unknown. */
    public Optional<SendOwner> ownerOf(String unsubscribeToken) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The next instant at which a send is due. */
    public Optional<Instant> nextDue() {
        throw new UnsupportedOperationException("not built yet");
    }
}
