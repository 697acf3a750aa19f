package dev.uplift.demo.inbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails in the inbox, at most the newest {@value #KEPT}. */
@Repository
public class Mails {

    static final int KEPT = 100_000;

    private static final String STORE = """
            insert into demo.mail (at, recipient, subject, raw)
            select at::timestamptz, recipient, subject, raw
              from unnest(:at::text[], :recipient::text[], :subject::text[], :raw::bytea[])
                   with ordinality as n (at, recipient, subject, raw, position)
             order by position""";

    private static final String TRIM = """
            delete from demo.mail
             where id <= (select id from demo.mail order by id desc offset :kept limit 1)""";

    private static final String SEARCH = """
            select id, at, recipient, subject
              from demo.mail
             where id < :before
               and (recipient ilike :pattern or subject ilike :pattern)
             order by id desc
             limit :limit""";

    private static final String FIND = """
            select id, at, recipient, subject, raw
              from demo.mail
             where id = :id""";

    private static final String AFTER = """
            select id, at, recipient, subject, raw
              from demo.mail
             where id > :after
             order by id
             limit :limit""";

    private final JdbcClient jdbc;

    public Mails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void store(List<NewMail> mails) {
        jdbc.sql(STORE)
                .param("at", mails.stream().map(mail -> mail.at().toString()).toArray(String[]::new))
                .param("recipient", mails.stream().map(NewMail::recipient).toArray(String[]::new))
                .param("subject", mails.stream().map(NewMail::subject).toArray(String[]::new))
                .param(
                        "raw",
                        mails.stream()
                                .map(mail -> mail.raw().getBytes(StandardCharsets.ISO_8859_1))
                                .toArray(byte[][]::new))
                .update();
    }

    void trim(int kept) {
        jdbc.sql(TRIM).param("kept", kept).update();
    }

    /** The newest mails before this id whose recipient or subject contains the text. */
    List<MailLine> search(String text, long before, int limit) {
        return jdbc.sql(SEARCH)
                .param("before", before)
                .param("pattern", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("limit", limit)
                .query((row, number) ->
                        new MailLine(row.getLong("id"), at(row), row.getString("recipient"), row.getString("subject")))
                .list();
    }

    Optional<Mail> find(long id) {
        return jdbc.sql(FIND).param("id", id).query(Mails::mail).optional();
    }

    /** The mails that came after the one with this id, oldest first. */
    public List<Mail> after(long id, int limit) {
        return jdbc.sql(AFTER)
                .param("after", id)
                .param("limit", limit)
                .query(Mails::mail)
                .list();
    }

    private static Mail mail(ResultSet row, int number) throws SQLException {
        return new Mail(
                row.getLong("id"),
                at(row),
                row.getString("recipient"),
                row.getString("subject"),
                new String(row.getBytes("raw"), StandardCharsets.ISO_8859_1));
    }

    private static java.time.Instant at(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }
}
