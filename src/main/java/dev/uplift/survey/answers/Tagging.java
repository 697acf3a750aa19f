package dev.uplift.survey.answers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Gives answers their tags; anew when a comment or a rule has changed, in portions, on whichever node is woken. */
@Component
public class Tagging {

    private static final int PORTION = 2_000;

    /** So that what else is due is not kept waiting by a change of the rules; the rest comes a second later. */
    private static final int MOST_PORTIONS = 10;

    private static final String IN_FORCE = """
            select version
              from survey.tag_rules
             where version = (select max(version) from survey.tag_rules) and hash = :hash""";

    private static final String NEW_RULES =
            "insert into survey.tag_rules (hash, at) values (:hash, :now) returning version";

    private static final String CLAIM = """
            select a.invitation_id, latest.comment, latest.language
              from survey.answer a
              join survey.response_event latest on latest.id = a.latest_id
             where a.tagged < :version
             order by a.tagged, a.invitation_id
             limit :portion
               for update of a skip locked""";

    private static final String RECORD = """
            update survey.answer a
               set tags = string_to_array(t.tags, ' '), tagged = :version
              from unnest(:invitations::bigint[], :tags::text[]) as t (invitation_id, tags)
             where a.invitation_id = t.invitation_id""";

    private static final String WAITING = "select count(*) from survey.answer where tagged < :version";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Tags tags;

    Tagging(JdbcClient jdbc, TransactionOperations transaction, Tags tags) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.tags = tags;
    }

    /** An answer that was not looked at since it was written or since the rules changed. */
    private record Untagged(long invitation, @Nullable String comment, String language) {

        static Untagged of(ResultSet row, int number) throws SQLException {
            return new Untagged(row.getLong("invitation_id"), row.getString("comment"), row.getString("language"));
        }
    }

    /** Gives tags to at most 20,000 answers that wait for them; gives back the instant. */
    public Instant tag(Instant now) {
        var hash = hash(tags.rules());
        for (var portion = 0; portion < MOST_PORTIONS; portion++) {
            var done = transaction.execute(status -> portion(version(hash, now)));
            if (done == null || done < PORTION) {
                break;
            }
        }
        return now;
    }

    /** How many answers still wait for their tags. */
    public long waiting() {
        return inForce(hash(tags.rules()))
                .map(version -> jdbc.sql(WAITING)
                        .param("version", version)
                        .query(Long.class)
                        .single())
                .orElseGet(() -> jdbc.sql("select count(*) from survey.answer")
                        .query(Long.class)
                        .single());
    }

    private int portion(int version) {
        var claimed = jdbc.sql(CLAIM)
                .param("version", version)
                .param("portion", PORTION)
                .query(Untagged::of)
                .list();
        if (!claimed.isEmpty()) {
            jdbc.sql(RECORD)
                    .param("version", version)
                    .param(
                            "invitations",
                            claimed.stream().map(Untagged::invitation).toArray(Long[]::new))
                    .param("tags", claimed.stream().map(this::tags).toArray(String[]::new))
                    .update();
        }
        return claimed.size();
    }

    private String tags(Untagged answer) {
        var comment = answer.comment();
        return comment == null ? "" : String.join(" ", tags.of(comment, answer.language()));
    }

    private int version(String hash, Instant now) {
        return inForce(hash)
                .orElseGet(() -> jdbc.sql(NEW_RULES)
                        .param("hash", hash)
                        .param("now", Timestamp.from(now))
                        .query(Integer.class)
                        .single());
    }

    private Optional<Integer> inForce(String hash) {
        return jdbc.sql(IN_FORCE).param("hash", hash).query(Integer.class).optional();
    }

    private static String hash(String rules) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(rules.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
