package dev.uplift.followup;

import dev.uplift.delivery.ReplyTaker;
import dev.uplift.followup.CaseEvent.What;
import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Medium;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers write back. */
@Component
public class Replies implements ReplyTaker {

    private static final Duration REOPENS = Duration.ofDays(30);

    private static final int LONGEST = 10_000;

    private static final String KNOWN = "select count(*) from followup.reply where key = :key";

    /** Of two at the same time the second waits here, and then knows the key. */
    private static final String OUR_TURN =
            "select pg_advisory_xact_lock(hashtextextended('followup.reply:' || :key, 0))";

    private static final String KEEP = "insert into followup.reply (key, case_id, at) values (:key, :id, :now)";

    private final JdbcClient jdbc;
    private final CaseBook book;
    private final CaseSteps steps;

    Replies(JdbcClient jdbc, CaseBook book, CaseSteps steps) {
        this.jdbc = jdbc;
        this.book = book;
        this.steps = steps;
    }

    /**
     * A customer wrote. The newest open case of theirs takes it, else the newest that was closed within 30 days: a waiting or
     * snoozed one goes back to its owner, or to the desk's queue if the owner no longer works there; a closed one is opened
     * again, with all its time until the next contact; others only note it. A case that waits by lot does not take it.
     *
     * @param key the provider's message id; the same key twice counts once
     * @return whether a case took it, now or when the key came first
     */
    @Override
    public boolean heard(CustomerId customer, Medium channel, String text, String key, Instant now) {
        return steps.within(() -> {
            jdbc.sql(OUR_TURN).param("key", key).query(row -> {});
            if (jdbc.sql(KNOWN).param("key", key).query(Long.class).single() > 0) {
                return true;
            }
            var found = book.repliedTo(customer.value(), now.minus(REOPENS));
            found.ifPresent(it -> take(it, channel, text, key, now));
            return found.isPresent();
        });
    }

    private void take(Case it, Medium channel, String text, String key, Instant now) {
        var words = text.strip();
        var said = words.substring(0, Math.min(words.length(), LONGEST));
        book.note(it.id(), CaseEvent.of(What.REPLY, "customer", channel.key(), said, now));
        steps.deskIfAny(it).ifPresent(desk -> wake(it, desk, now));
        jdbc.sql(KEEP)
                .param("key", key)
                .param("id", it.id())
                .param("now", Timestamp.from(now))
                .update();
    }

    private void wake(Case it, Desk desk, Instant now) {
        var owner = it.owner();
        var agent = owner != null && desk.has(owner) ? owner : null;
        switch (it.state()) {
            case WAITING, SNOOZED -> book.write(back(it, agent, now, desk.hours()));
            case CLOSED -> {
                var due = desk.hours().after(now, desk.within());
                steps.write(it.reopened(agent, due), CaseEvent.of(What.REOPENED, "uplift", "", now));
            }
            default -> {
                // its agent works on it, or somebody will soon
            }
        }
    }

    private static Case back(Case it, @Nullable String agent, Instant now, OpeningHours hours) {
        return agent == null ? it.released(now, hours) : it.taken(agent, now, hours);
    }
}
