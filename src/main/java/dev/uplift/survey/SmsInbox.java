package dev.uplift.survey;

import dev.uplift.platform.SendId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Each SMS that came in, by what was said back; what a dialogue knows of itself stands here and nowhere else. */
@Repository
public class SmsInbox {

    /** Messages of a number are heard one after the other, on whatever node they arrive. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(:number)";

    private static final String KNOWN =
            "select coalesce(reply, '') as reply from survey.sms_reply where message_sid = :sid";

    private static final String KEEP = """
            insert into survey.sms_reply (message_sid, number_fp, send_id, said, reply, at)
            values (:sid, :number, :send, :said, :reply, :now)""";

    private static final String ANSWERED = """
            select exists (select from survey.sms_reply where number_fp = :number and reply is not null and at > :since)""";

    private static final String STOPPED =
            "select max(at) from survey.sms_reply where number_fp = :number and said = 'STOP'";

    private static final String SO_FAR = """
            select exists (select from survey.sms_reply where send_id = :send and said = 'NUMBER') as asked_back,
                   (select case said when 'WHY' then at end
                      from survey.sms_reply
                     where send_id = :send and said in ('WHY', 'THANKS')
                     order by id desc
                     limit 1) as asked_why""";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    SmsInbox(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * How a dialogue stands.
     *
     * @param askedBack whether a number was asked for again
     * @param askedWhy when the reason was asked for, or null if it was not, or was given
     */
    record SoFar(boolean askedBack, @Nullable Instant askedWhy) {}

    /**
     * The words to say back, empty for silence. They are found when a message comes for the first time, in one transaction
     * with all that is done about it; when it comes again, they are the same.
     *
     * @param sid the provider's key of the message
     * @param number fingerprint of the number it came from
     */
    public String once(String sid, byte[] number, Instant now, Supplier<SmsReply> found) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql(ONE_AT_A_TIME)
                    .param("number", ByteBuffer.wrap(number).getLong())
                    .query((row, count) -> true)
                    .single();
            return jdbc.sql(KNOWN)
                    .param("sid", sid)
                    .query(String.class)
                    .optional()
                    .orElseGet(() -> keep(sid, number, now, found.get()));
        }));
    }

    /** Whether this number was told anything since an instant. */
    public boolean answered(byte[] number, Instant since) {
        return jdbc.sql(ANSWERED)
                .param("number", number)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** When this number last asked us to stop. */
    public Optional<Instant> stopped(byte[] number) {
        return jdbc.sql(STOPPED)
                .param("number", number)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    SoFar about(SendId invitation) {
        return jdbc.sql(SO_FAR)
                .param("send", invitation.value())
                .query((row, number) -> {
                    var askedWhy = row.getObject("asked_why", OffsetDateTime.class);
                    return new SoFar(row.getBoolean("asked_back"), askedWhy == null ? null : askedWhy.toInstant());
                })
                .single();
    }

    private String keep(String sid, byte[] number, Instant now, SmsReply reply) {
        jdbc.sql(KEEP)
                .param("sid", sid)
                .param("number", number)
                .param("send", reply.about() == null ? null : reply.about().value())
                .param("said", reply.said().name())
                .param("reply", reply.text())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return Objects.requireNonNullElse(reply.text(), "");
    }
}
