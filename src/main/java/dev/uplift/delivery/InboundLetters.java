package dev.uplift.delivery;

import dev.uplift.channel.Incoming;
import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Secrets;
import dev.uplift.platform.SendId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** What customers wrote: kept once, handed on once, and then forgotten but for its key. */
@Repository
public class InboundLetters {

    private static final String ABOUT = "select customer_id from delivery.send where id = :send";

    /** Nobody, if several customers share the mailbox. */
    private static final String FROM = """
            select min(customer_id)
              from (select customer_id from audience.member where email_fp = :fingerprint limit 2) known
            having count(*) = 1""";

    private static final String KEEP = """
            insert into delivery.letter (key, customer_id, text, at) values (:key, :customer, :text, :now)
                on conflict (key) do nothing""";

    private static final String WAITING = """
            select key, customer_id, text
              from delivery.letter
             where taken_at is null
             order by at, key
             limit 100
               for update skip locked""";

    private static final String TAKEN = "update delivery.letter set taken_at = :now, text = '' where key = :key";

    private record Waiting(String key, long customerId, String text) {}

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Secrets secrets;
    private final ReplyTaker taker;

    InboundLetters(JdbcClient jdbc, TransactionOperations transaction, Secrets secrets, ReplyTaker taker) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.secrets = secrets;
        this.taker = taker;
    }

    /** Keeps a letter for whoever takes it; false if nobody knows who wrote it. */
    boolean keep(Incoming.Letter letter, Instant now) {
        var customer = writer(letter);
        customer.ifPresent(known -> jdbc.sql(KEEP)
                .param("key", letter.key())
                .param("customer", known)
                .param("text", letter.text())
                .param("now", Timestamp.from(now))
                .update());
        return customer.isPresent();
    }

    /** Hands on what has not been handed on yet; gives back the instant. */
    public Instant hand(Instant now) {
        transaction.executeWithoutResult(
                status -> jdbc.sql(WAITING).query(Waiting.class).list().forEach(letter -> hand(letter, now)));
        return now;
    }

    private void hand(Waiting letter, Instant now) {
        taker.heard(new CustomerId(letter.customerId), Medium.EMAIL, letter.text, letter.key, now);
        jdbc.sql(TAKEN)
                .param("key", letter.key)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Whoever got the mail that is answered, else the one customer with the sender's address. */
    private Optional<Long> writer(Incoming.Letter letter) {
        return letter.about().stream()
                .map(this::recipient)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> sender(letter.from()));
    }

    private Optional<Long> recipient(SendId send) {
        return jdbc.sql(ABOUT).param("send", send.value()).query(Long.class).optional();
    }

    private Optional<Long> sender(String address) {
        return jdbc.sql(FROM)
                .param("fingerprint", secrets.fingerprint(Medium.EMAIL, address.toLowerCase(Locale.ROOT)))
                .query(Long.class)
                .optional();
    }
}
