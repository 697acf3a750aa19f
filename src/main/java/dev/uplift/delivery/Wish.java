package dev.uplift.delivery;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to one message alone.
 *
 * @param data what its template calls {@code data}
 * @param written a person's own words in place of the template's, or null
 */
record Wish(Map<String, Object> data, @Nullable Written written) {

    /** Nothing, as for all sends of campaigns. */
    static final Wish NONE = new Wish(Map.of(), null);
}
