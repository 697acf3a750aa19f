package dev.uplift.delivery;

import dev.uplift.channel.Receipt;
import dev.uplift.channel.Statement.Fault;
import dev.uplift.delivery.Aftermath.Failure;
import dev.uplift.platform.Failpoint;
import dev.uplift.platform.Medium;
import dev.uplift.platform.SendId;
import dev.uplift.platform.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What providers say after taking a send: kept first, applied afterwards, whatever the order they come in. One about a
 * send that is not in the ledger stays parked.
 */
@Repository
class Receipts {

    private static final String KEEP = """
            insert into delivery.receipt (provider, provider_key, provider_id, send_id, attempt, state, code, fault, note, at)
            values (:provider, :key, :providerId, :send, :attempt, :state, :code, :fault, :note, :at)
            on conflict (provider, provider_key) do nothing""";

    /** Two nodes that apply the same receipts would follow them twice. */
    private static final String OUR_TURN = "select pg_try_advisory_xact_lock(hashtextextended('delivery.receipts', 0))";

    private static final String APPLY = SqlFile.of("delivery/receipts.sql");

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Aftermath aftermath;

    Receipts(JdbcClient jdbc, TransactionOperations transaction, Aftermath aftermath) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.aftermath = aftermath;
    }

    void keep(Receipt receipt) {
        keep(receipt, null);
    }

    /** Keeps a receipt with the words of whoever gave it. */
    void keep(Receipt receipt, @Nullable String note) {
        var said = receipt.statement();
        Failpoint.at("receipt.before");
        jdbc.sql(KEEP)
                .param("provider", said.provider())
                .param("key", said.key())
                .param("providerId", said.providerId())
                .param("send", receipt.send().value())
                .param("attempt", receipt.attempt())
                .param("state", said.state())
                .param("code", said.code())
                .param("fault", said.fault() == null ? null : said.fault().name())
                .param("note", note)
                .param("at", Timestamp.from(receipt.at()))
                .update();
        Failpoint.at("receipt.after");
    }

    /** Settles what the receipts are about and does what follows; gives the number of sends that changed. */
    int apply(Instant now) {
        return Optional.ofNullable(transaction.execute(status -> ourTurn() ? applied(now) : 0))
                .orElse(0);
    }

    private boolean ourTurn() {
        return jdbc.sql(OUR_TURN).query(Boolean.class).single();
    }

    private int applied(Instant now) {
        var changed = jdbc.sql(APPLY)
                .param("now", Timestamp.from(now))
                .query(Receipts::failure)
                .list();
        changed.stream().flatMap(Optional::stream).forEach(failure -> aftermath.follow(failure, now));
        return changed.size();
    }

    private static Optional<Failure> failure(ResultSet row, int number) throws SQLException {
        var fault = row.getString("fault");
        return fault == null
                ? Optional.empty()
                : Optional.of(new Failure(
                        new SendId(row.getObject("id", UUID.class)),
                        row.getInt("attempt"),
                        row.getLong("run_id"),
                        row.getString("campaign_key"),
                        Medium.of(row.getString("channel")).orElseThrow(),
                        row.getString("address_fp"),
                        Fault.valueOf(fault)));
    }
}
