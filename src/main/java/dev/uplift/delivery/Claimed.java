package dev.uplift.delivery;

import java.util.List;
import java.util.Optional;

/**
 * Sends of one stream that this worker alone may work on; nothing has left the house.
 *
 * @param stream empty if nothing was due
 * @param worker who claimed them
 */
public record Claimed(Optional<Stream> stream, long worker, List<Send> sends) {

    Claimed only(List<Send> some) {
        return new Claimed(stream, worker, some);
    }
}
