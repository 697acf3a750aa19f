package dev.uplift.identity;

import org.springframework.stereotype.Component;

/** Remembers who did what; append-only, each entry bound to the one before by its hash. */
@Component
public class AuditLog {

    /** Adds an entry; action is a verb such as {@code campaign.launch}, subject names what it was done to, no personal data. */
    public void record(Actor actor, String action, String subject) {
        throw new UnsupportedOperationException("not built yet");
    }
}
