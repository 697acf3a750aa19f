package dev.uplift.web.api;

import dev.uplift.audience.Upserted;
import dev.uplift.audience.Upserted.Rejected;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Entries from a request body, one at a time: a JSON array, a single object or NDJSON. An entry of the wrong shape is
 * rejected and the rest goes on; broken JSON ends the reading with a {@link tools.jackson.core.JacksonException}.
 */
final class Delivery<T> implements Iterator<T> {

    private final MappingIterator<T> entries;
    private final List<Rejected> misshapen = new ArrayList<>();
    private @Nullable T next;
    private long position;

    private Delivery(MappingIterator<T> entries) {
        this.entries = entries;
    }

    static <T> Delivery<T> of(Class<T> type, InputStream body, JsonMapper json) {
        return new Delivery<>(json.readerFor(type)
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValues(body));
    }

    @Override
    public boolean hasNext() {
        while (next == null && entries.hasNextValue()) {
            position++;
            try {
                next = entries.nextValue();
                if (next == null) {
                    misshapen.add(new Rejected(position, "", "", "The entry is null.", "Send an object."));
                }
            } catch (DatabindException e) {
                misshapen.add(rejected(e));
            }
        }
        return next != null;
    }

    @Override
    public T next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        var entry = next;
        next = null;
        return entry;
    }

    /** The outcome with the misshapen entries, and positions counted in the body as it was sent. */
    Upserted complete(Upserted stored) {
        var rejected = new ArrayList<>(misshapen);
        stored.rejected().forEach(entry -> rejected.add(moved(entry)));
        rejected.sort(Comparator.comparingLong(Rejected::position));
        return new Upserted(stored.created(), stored.updated(), stored.unchanged(), rejected);
    }

    private Rejected moved(Rejected entry) {
        var place = entry.position();
        for (var skipped : misshapen) {
            if (skipped.position() <= place) {
                place++;
            }
        }
        return new Rejected(place, entry.externalId(), entry.field(), entry.what(), entry.remedy());
    }

    private Rejected rejected(DatabindException e) {
        var misfit = Misfit.of(e);
        return new Rejected(
                position,
                "",
                misfit.field(),
                misfit.what(),
                misfit.remedy("; put further values into attributes or properties"));
    }
}
