package dev.uplift.audience;

import dev.uplift.platform.CustomerId;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The customers and what happened to them. */
@Repository
public class Customers {

    /** Creates or updates customers, set-based in blocks; memory stays bounded however many there are. */
    public Upserted upsert(Iterator<CustomerInput> delivery, Instant now) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Records events; one that is already known counts as unchanged. */
    public Upserted record(Iterator<EventInput> delivery, Instant now) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The customer with this key in their home system. */
    public Optional<Customer> find(String externalId) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The customers with these keys. */
    public Map<CustomerId, Customer> findAll(Collection<CustomerId> ids) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The customers with this phone number in E.164. */
    public List<CustomerId> withPhone(String phone) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** How many customers there are. */
    public long count() {
        throw new UnsupportedOperationException("not built yet");
    }
}
