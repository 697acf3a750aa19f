package dev.uplift.audience;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one entry; the first flaw found is the one reported. */
final class Flaws {

    private final long position;
    private final String externalId;
    private @Nullable Flaw first;

    Flaws(long position, @Nullable String externalId) {
        this.position = position;
        this.externalId = externalId == null || Texts.flawIn(externalId, Texts.KEY) != null ? "" : externalId.strip();
    }

    /** Notes a flaw. */
    void add(String field, Flaw.Code code, String what, String remedy) {
        if (first == null) {
            first = new Flaw(position, externalId, field, code, what, remedy);
        }
    }

    Optional<Flaw> first() {
        return Optional.ofNullable(first);
    }
}
