package dev.uplift.audience;

import dev.uplift.platform.CustomerId;
import java.time.Instant;
import java.util.List;

/** Takes the declarations that come with customers; joins the transaction in which the customers are stored. */
public interface ConsentSink {

    /** Takes the declarations of one block of customers. */
    void declare(List<Declared> declared);

    /**
     * A declaration that came with a customer.
     *
     * @param channel key of a channel
     * @param purpose key of a purpose
     * @param dated whether the delivery said when it was given; an undated yes never outweighs what already stands
     */
    record Declared(
            CustomerId customer,
            String channel,
            String purpose,
            boolean granted,
            String basis,
            String proof,
            Instant at,
            boolean dated) {}
}
