package dev.uplift.delivery;

import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.RunId;
import dev.uplift.platform.SendId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Messages to single customers: each is a row of the ledger and goes the way of all sends, through the same gate. */
@Component
public class DirectMessages {

    /** The run under which they stand in the ledger. */
    static final RunId RUN = new RunId(0);

    /** What an agent or a system says today is stale the day after tomorrow; a question may wait for a better hour. */
    private static final Duration LIFE = Duration.ofDays(2);

    private static final Duration LIFE_OF_QUESTIONS = Duration.ofDays(14);

    /** So many others may write to the same mailbox or customer in the same moment. */
    private static final int MOST_AT_ONCE = 100;

    private final DirectBook book;
    private final TransactionOperations transaction;

    DirectMessages(DirectBook book, TransactionOperations transaction) {
        this.book = book;
        this.transaction = transaction;
    }

    /**
     * Puts a message into the ledger, in the transaction that is under way, if any; the same key again gives the same send.
     * Ask {@link #refusal} before: without an address there is no row, and this throws IllegalStateException.
     *
     * @param by who asked for it
     * @param notBefore until then it can be cancelled
     */
    public SendId send(DirectMessage message, String key, String by, Instant notBefore, Instant now) {
        return Objects.requireNonNull(
                transaction.execute(status -> book.wish(message, key, by, now)
                        .map(send -> planned(send, message, notBefore))
                        .or(() -> book.known(key))
                        .orElseThrow()),
                "A message gets an id");
    }

    /** The message that was sent with this key. */
    public Optional<SendId> known(String key) {
        return book.known(key);
    }

    /** Takes a message back; false if it is too late. */
    public boolean cancel(SendId send, Instant now) {
        return book.cancel(send, now);
    }

    /** What became of a message. */
    public Optional<DirectSend> find(SendId send) {
        return book.find(send);
    }

    /** Why the gate would refuse now, by the name of the refusal; empty if it would not. */
    public Optional<String> refusal(CustomerId customer, Medium channel, Purpose purpose) {
        return book.refusal(customer, channel, purpose);
    }

    private SendId planned(SendId send, DirectMessage message, Instant notBefore) {
        var until = notBefore.plus(message.follows() == null ? LIFE : LIFE_OF_QUESTIONS);
        for (var more = 1; more <= MOST_AT_ONCE; more++) {
            if (book.plan(send, message, more, notBefore, until)) {
                return send;
            }
        }
        throw new IllegalStateException("Customer " + message.customer().value() + " has no address for "
                + message.channel().key() + ", or many write to it in this moment");
    }
}
