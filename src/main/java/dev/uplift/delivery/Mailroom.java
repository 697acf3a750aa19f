package dev.uplift.delivery;

import dev.uplift.channel.Incoming;
import dev.uplift.channel.Postbox;
import dev.uplift.channel.Receipt;
import dev.uplift.channel.Statement;
import dev.uplift.platform.SendId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in the mail that comes back. What servers report settles the send it is about, if it returns the opt-out link that
 * only our mail had; letters of customers are kept until somebody takes them. Each is stored before it leaves the mailbox.
 */
@Repository
public class Mailroom {

    private static final String PROVIDER = "mailbox";
    private static final int MOST = 100;

    /** Two nodes would only read the same messages twice. */
    private static final String OUR_TURN = "select pg_try_advisory_xact_lock(hashtextextended('delivery.mailroom', 0))";

    /** The turn is held while the mail server is read, however slow it is. */
    private static final String UNHURRIED = "set local idle_in_transaction_session_timeout = '10min'";

    private static final String ATTEMPT = "select attempt from delivery.send where id = :send and channel = 'email'";

    private final JdbcClient jdbc;
    private final ObjectProvider<Postbox> postbox;
    private final UnsubscribeTokens tokens;
    private final Receipts receipts;
    private final InboundLetters letters;
    private final TransactionTemplate turn;
    private final TransactionTemplate each;

    Mailroom(
            JdbcClient jdbc,
            ObjectProvider<Postbox> postbox,
            UnsubscribeTokens tokens,
            Receipts receipts,
            InboundLetters letters,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.postbox = postbox;
        this.tokens = tokens;
        this.receipts = receipts;
        this.letters = letters;
        this.turn = new TransactionTemplate(transactions);
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Takes in at most a hundred messages; gives back the instant. Nothing happens without a mailbox, or while another node reads it. */
    public Instant fetch(Instant now) {
        postbox.ifAvailable(box -> turn.executeWithoutResult(status -> {
            jdbc.sql(UNHURRIED).update();
            if (jdbc.sql(OUR_TURN).query(Boolean.class).single()) {
                box.empty(MOST, incoming -> taken(incoming, now));
            }
        }));
        return now;
    }

    private boolean taken(Incoming incoming, Instant now) {
        return Boolean.TRUE.equals(each.execute(status -> took(incoming, now)));
    }

    private boolean took(Incoming incoming, Instant now) {
        if (incoming instanceof Incoming.Report report) {
            return keep(report, now);
        }
        if (incoming instanceof Incoming.Letter letter) {
            return letters.keep(letter, now);
        }
        return incoming instanceof Incoming.Noise;
    }

    /** A report that does not prove which mail it is about changes nothing: else anybody could silence anybody. */
    private boolean keep(Incoming.Report report, Instant now) {
        var send = report.tokens().stream()
                .map(tokens::send)
                .flatMap(Optional::stream)
                .findFirst();
        var attempt = send.flatMap(this::attempt);
        attempt.ifPresent(tried -> receipts.keep(new Receipt(statement(report), send.orElseThrow(), tried, now)));
        return attempt.isPresent();
    }

    private Optional<Integer> attempt(SendId send) {
        return jdbc.sql(ATTEMPT)
                .param("send", send.value())
                .query(Integer.class)
                .optional();
    }

    private static Statement statement(Incoming.Report report) {
        return new Statement(PROVIDER, report.key(), null, report.state(), report.code(), report.fault());
    }
}
