package dev.uplift.consent;

import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Medium;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Permissions with their proof, and addresses that must not be written to. */
@Repository
public class Consents {

    /** Adds declarations; the newest by time decides. */
    public void record(Collection<Declaration> declarations) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Never write to this address again, whoever owns it; repeating it changes nothing. */
    public void suppress(Medium channel, byte[] addressFingerprint, String reason, Instant at) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The declarations of a customer, newest first. */
    public List<Declaration> of(CustomerId customer) {
        throw new UnsupportedOperationException("not built yet");
    }
}
