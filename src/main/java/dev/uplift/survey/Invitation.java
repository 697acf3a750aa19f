package dev.uplift.survey;

import dev.uplift.platform.CustomerId;
import dev.uplift.platform.RunId;
import dev.uplift.platform.SendId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as the holder of its token sees it.
 *
 * @param mode what was promised about names
 * @param expiresAt when it can no longer be answered for the first time
 * @param given the latest answer, or null while there is none, and always null of an anonymous one
 * @param firstAt when it was answered first, or null like the answer
 * @param used whether it has been answered
 * @param now the moment it is looked at
 */
public record Invitation(
        SendId send,
        RunId run,
        CustomerId customer,
        Survey survey,
        Mode mode,
        String language,
        Instant expiresAt,
        @Nullable Answer given,
        @Nullable Instant firstAt,
        boolean used,
        Instant now) {

    /** How long the score can be changed after the first answer. */
    static final Duration SCORE_OPEN = Duration.ofDays(30);

    /** How long everything else can be changed. */
    static final Duration WORDS_OPEN = Duration.ofDays(7);

    /** Whether an answer, or a change of it, would be taken. */
    public boolean open() {
        var until = scoreUntil();
        return until == null ? !used && now.isBefore(expiresAt) : now.isBefore(until);
    }

    /** Whether more than the score would be taken. */
    public boolean wordsOpen() {
        var until = wordsUntil();
        return until == null ? open() : now.isBefore(until);
    }

    /** When the score given can no longer be changed, or null while there is none. */
    public @Nullable Instant scoreUntil() {
        return firstAt == null ? null : firstAt.plus(SCORE_OPEN);
    }

    /** When the rest of the answer can no longer be changed, or null while there is none. */
    public @Nullable Instant wordsUntil() {
        return firstAt == null ? null : firstAt.plus(WORDS_OPEN);
    }
}
