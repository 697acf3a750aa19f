package dev.uplift.demo.phone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SMS on the phones. */
@Repository
public class Texts {

    private static final String STORE = """
            insert into demo.sms (at, sid, sender, recipient, body, status_callback, written)
            values (:now, :sid, :sender, :recipient, :body, :callback, :sender = :recipient)""";

    private static final String TO_CALL_BACK = """
            select id, at, sid, sender, recipient, body, status_callback
              from demo.sms
             where status_callback is not null and called_back_at is null
             order by id
             limit :limit""";

    private static final String CALLED_BACK = """
            update demo.sms
               set called_back_at = :now
             where id = any (:ids)""";

    private static final String CONVERSATIONS = """
            select max(id) as newest, max(at) as at, recipient, count(*) as texts,
                   (array_agg(body order by id desc))[1] as body
              from demo.sms
             where recipient like :pattern
             group by recipient
            having max(id) < :before
             order by max(id) desc
             limit :limit""";

    private static final String OF = """
            select id, at, sid, sender, recipient, body, status_callback
              from demo.sms
             where recipient = :number and not written
             order by id desc
             limit :limit""";

    private static final String CONVERSATION = """
            select id, at, sid, sender, recipient, body, status_callback
              from demo.sms
             where recipient = :number
             order by id desc
             limit :limit""";

    private static final String AFTER = """
            select id, at, sid, sender, recipient, body, status_callback
              from demo.sms
             where id > :after and not written
             order by id
             limit :limit""";

    private final JdbcClient jdbc;

    public Texts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void store(Incoming incoming, String sid, Instant now) {
        jdbc.sql(STORE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("sid", sid)
                .param("sender", incoming.sender())
                .param("recipient", incoming.to())
                .param("body", incoming.body())
                .param("callback", incoming.statusCallback())
                .update();
    }

    /** The SMS whose delivery has not been told to their sender yet, oldest first. */
    List<Text> toCallBack(int limit) {
        return jdbc.sql(TO_CALL_BACK).param("limit", limit).query(Texts::text).list();
    }

    void calledBack(Collection<Long> ids, Instant now) {
        jdbc.sql(CALLED_BACK)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /** Numbers that contain these digits, those with the newest SMS first, older than the SMS with the id. */
    List<Conversation> conversations(String digits, long before, int limit) {
        return jdbc.sql(CONVERSATIONS)
                .param("pattern", "%" + digits + "%")
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> new Conversation(
                        row.getLong("newest"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("recipient"),
                        row.getString("body"),
                        row.getLong("texts")))
                .list();
    }

    /** The newest SMS to a number, newest first. */
    List<Text> of(String number, int limit) {
        return newest(OF, number, limit);
    }

    /** The same with those that were written on the phone, whose sender is its number. */
    List<Text> conversation(String number, int limit) {
        return newest(CONVERSATION, number, limit);
    }

    private List<Text> newest(String statement, String number, int limit) {
        return jdbc.sql(statement)
                .param("number", number)
                .param("limit", limit)
                .query(Texts::text)
                .list();
    }

    /** The SMS that came after the one with this id, oldest first. */
    public List<Text> after(long id, int limit) {
        return jdbc.sql(AFTER)
                .param("after", id)
                .param("limit", limit)
                .query(Texts::text)
                .list();
    }

    private static Text text(ResultSet row, int number) throws SQLException {
        return new Text(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("sid"),
                row.getString("sender"),
                row.getString("recipient"),
                row.getString("body"),
                row.getString("status_callback"));
    }

    /**
     * What Twilio's API was asked to send.
     *
     * @param sender number or messaging service
     */
    record Incoming(
            String to, String sender, String body, @Nullable String statusCallback) {}
}
