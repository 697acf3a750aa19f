package dev.uplift.delivery;

/** What asking a provider came to. */
enum Finding {
    /** The provider took it. */
    FOUND,
    /** The provider provably never took it; it is back in the queue. */
    NOT_SENT,
    /** The provider does not show it, which does not prove anything, or not yet. */
    NOT_THERE,
    /** The provider shows a message at that time that nobody owns, but with other words. */
    OTHER_WORDS,
    /** The customer's number, or the text, is not there any more. */
    CANNOT_ASK,
    /** The provider did not answer, or not completely. */
    NO_ANSWER;

    boolean settles() {
        return this == FOUND || this == NOT_SENT;
    }
}
