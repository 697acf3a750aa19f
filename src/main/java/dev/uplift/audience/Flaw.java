package dev.uplift.audience;

/**
 * Why one entry of a delivery is not taken.
 *
 * @param position 1-based position in the delivery, or line of the file
 * @param externalId the customer's key if it could be read, else empty
 */
record Flaw(long position, String externalId, String field, Code code, String what, String remedy) {

    enum Code {
        MISSING,
        INVALID,
        TOO_LONG,
        UNKNOWN,
        DUPLICATE,
        FIELD_COUNT
    }

    Upserted.Rejected rejected() {
        return new Upserted.Rejected(position, externalId, field, what, remedy);
    }
}
