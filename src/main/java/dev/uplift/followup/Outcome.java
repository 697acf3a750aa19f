package dev.uplift.followup;

/** What came of a case. */
public enum Outcome {
    /** The concern is settled; needs a root cause. */
    RESOLVED,
    /** Nothing we can do; needs a root cause. */
    NOT_RESOLVABLE,
    /** Somebody else's answer. */
    WRONG_CUSTOMER,
    /** The customer does not wish to be contacted. */
    NO_CONTACT_WISHED;

    /** Whether it cannot stand without a root cause. */
    public boolean needsCause() {
        return this == RESOLVED || this == NOT_RESOLVABLE;
    }
}
