package dev.uplift.followup;

import dev.uplift.platform.Medium;
import dev.uplift.platform.SendId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of drafts and of what was sent. */
@Repository
class LetterBook {

    /** How long what providers say later may still change a case. */
    private static final Duration MEMORY = Duration.ofDays(14);

    private static final String DRAFTS = """
            select case_id, channel, template, subject, body, key, saved_at
              from followup.draft
             where case_id = :id
             order by channel""";

    private static final String SAVE = """
            insert into followup.draft (case_id, channel, template, subject, body, key, saved_at)
            values (:id, :channel, :template, :subject, :body, :key, :now)
                on conflict (case_id, channel) do update
               set template = excluded.template, subject = excluded.subject, body = excluded.body, key = excluded.key,
                   saved_at = excluded.saved_at""";

    private static final String DISCARD = "delete from followup.draft where case_id = :id and channel = :channel";

    private static final String SEND = """
            insert into followup.letter (send_id, case_id, agent, channel, template, subject, body, sent_at, goes_at)
            values (:send, :id, :agent, :channel, :template, :subject, :body, :now, :at)
                on conflict (send_id) do nothing""";

    private static final String LETTERS = """
            select w.send_id, w.case_id, w.agent, w.channel, w.template, w.subject, w.body, w.goes_at, l.state, l.reason,
                   l.settled_at, w.seen
              from followup.letter w
              join delivery.ledger l on l.send_id = w.send_id
            """;

    private static final String NEWEST =
            LETTERS + " where w.case_id = :id order by w.sent_at desc, w.send_id desc limit 1";

    /** What became of them since the cases looked last; held, so that only one node tells it to the case. */
    private static final String NEWS = LETTERS + """
             where w.sent_at > :since
               and l.state not in ('PLANNED', 'SENDING', 'DEFERRED')
               and w.seen is distinct from l.state
             order by w.sent_at, w.send_id
             limit 500
               for update of w skip locked""";

    private static final String SEEN = "update followup.letter set seen = :state where send_id = :send";

    private final JdbcClient jdbc;

    LetterBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Draft> drafts(long id) {
        return jdbc.sql(DRAFTS).param("id", id).query(Draft::of).list();
    }

    void save(Draft draft) {
        jdbc.sql(SAVE)
                .param("id", draft.caseId())
                .param("channel", draft.channel())
                .param("template", draft.template())
                .param("subject", draft.subject())
                .param("body", draft.text())
                .param("key", draft.key())
                .param("now", Timestamp.from(draft.savedAt()))
                .update();
    }

    void discard(long id, Medium channel) {
        jdbc.sql(DISCARD).param("id", id).param("channel", channel.key()).update();
    }

    void send(SendId send, Draft draft, String agent, Instant at) {
        jdbc.sql(SEND)
                .param("send", send.value())
                .param("id", draft.caseId())
                .param("agent", agent)
                .param("channel", draft.channel())
                .param("template", draft.template())
                .param("subject", draft.subject())
                .param("body", draft.text())
                .param("now", Timestamp.from(draft.savedAt()))
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Letter> newest(long id) {
        return jdbc.sql(NEWEST).param("id", id).query(Letter::of).optional();
    }

    List<Letter> news(Instant now) {
        return jdbc.sql(NEWS)
                .param("since", Timestamp.from(now.minus(MEMORY)))
                .query(Letter::of)
                .list();
    }

    void seen(Letter letter) {
        jdbc.sql(SEEN)
                .param("send", letter.send())
                .param("state", letter.state())
                .update();
    }
}
