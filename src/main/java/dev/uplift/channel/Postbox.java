package dev.uplift.channel;

import java.util.function.Predicate;

/** Where mail comes back to us. */
public interface Postbox {

    /**
     * Gives new messages to a reader, one by one, the oldest first. The reader says whether it made something of a message;
     * the others are put aside for people. A message whose reader throws stays where it is. One may come twice after a crash.
     *
     * @param most at most so many
     * @throws IllegalStateException if the server cannot be reached
     */
    void empty(int most, Predicate<Incoming> reader);
}
