package dev.uplift.survey;

import dev.uplift.platform.CustomerId;
import dev.uplift.platform.RunId;
import dev.uplift.platform.SendId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as the holder of its token sees it.
 *
 * @param given the latest answer, or null while there is none
 * @param expiresAt when it can no longer be answered for the first time
 * @param open whether an answer (or a change of it) would be taken now
 */
public record Invitation(
        SendId send,
        RunId run,
        CustomerId customer,
        Survey survey,
        String language,
        Instant expiresAt,
        @Nullable Answer given,
        boolean open) {}
