package dev.uplift.audience;

import java.util.List;

/** What became of a delivery of customers or events; the four numbers add up to what was delivered. */
public record Upserted(int created, int updated, int unchanged, List<Rejected> rejected) {

    /**
     * One entry that was not taken.
     *
     * @param position 1-based position in the delivery, or line of the file
     * @param externalId the customer's key if it could be read, else empty
     * @param field the field that is wrong
     * @param what what is wrong
     * @param remedy what would be right
     */
    public record Rejected(long position, String externalId, String field, String what, String remedy) {}
}
