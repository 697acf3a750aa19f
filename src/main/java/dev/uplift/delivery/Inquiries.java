package dev.uplift.delivery;

import dev.uplift.platform.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which sends of unknown outcome a provider is to be asked about, and what came of it. */
@Repository
class Inquiries {

    private static final String TAKE = SqlFile.of("delivery/inquire.sql");

    private static final String FOUND = """
            update delivery.inquiry set finding = :finding where send_id = :send and attempt = :attempt""";

    private static final String USED = """
            insert into delivery.provider_account (account, since)
            select :account, :now
             where not exists (select from delivery.provider_account where account = :account)
            on conflict do nothing""";

    private static final String USED_BEFORE = """
            select count(*) from delivery.provider_account where account = :account and since <= :moment""";

    private static final String NAMED = """
            select provider_id from delivery.attempt where provider = :provider and provider_id = any (:ids)
            union
            select provider_id from delivery.receipt where provider = :provider and provider_id = any (:ids)""";

    private final JdbcClient jdbc;

    Inquiries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An attempt to ask about.
     *
     * @param send with the number that a further attempt would have
     * @param addressFingerprint in hexadecimal digits
     * @param from the earliest instant at which it can have left the house
     * @param until when its outcome was found to be unknown
     */
    record Question(Send send, String addressFingerprint, Instant from, Instant until) {

        int attempt() {
            return send.attempt() - 1;
        }

        static Question of(ResultSet row, int number) throws SQLException {
            return new Question(
                    Send.from(row, number),
                    row.getString("fingerprint"),
                    row.getTimestamp("tried_from").toInstant(),
                    row.getTimestamp("settled_at").toInstant());
        }
    }

    /** The next questions for a channel, oldest first; another node gets others. */
    List<Question> take(String channel, int limit, Instant now) {
        return jdbc.sql(TAKE)
                .param("channel", channel)
                .param("limit", limit)
                .param("now", Timestamp.from(now))
                .query(Question::of)
                .list();
    }

    void found(Question question, String finding) {
        jdbc.sql(FOUND)
                .param("finding", finding)
                .param("send", question.send().id().value())
                .param("attempt", question.attempt())
                .update();
    }

    void using(String account, Instant now) {
        jdbc.sql(USED)
                .param("account", account)
                .param("now", Timestamp.from(now))
                .update();
    }

    boolean usedSince(String account, Instant moment) {
        return jdbc.sql(USED_BEFORE)
                        .param("account", account)
                        .param("moment", Timestamp.from(moment))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Those of the provider's names that the ledger knows for some send. */
    Set<String> named(String provider, Collection<String> ids) {
        return new HashSet<>(jdbc.sql(NAMED)
                .param("provider", provider)
                .param("ids", ids.toArray(String[]::new))
                .query(String.class)
                .list());
    }
}
