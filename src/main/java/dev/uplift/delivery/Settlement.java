package dev.uplift.delivery;

import dev.uplift.channel.SendResult.Deferred;
import dev.uplift.platform.SqlFile;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes what became of sends; the only way out of SENDING while its worker lives. */
@Repository
class Settlement {

    private static final String SETTLE = SqlFile.of("delivery/settle.sql");

    /** The outcome of a message of which we know that it never left, whatever the ledger believes. */
    static final Deferred NOT_SENT =
            new Deferred("uplift", "NOT_SENT", "the ledger could not be written, so it was not sent");

    private static final Duration FIRST_RETRY = Duration.ofMinutes(5);
    /** For a message whose domain rests, which alone decides when it goes. */
    private static final long SOON = Duration.ofMinutes(1).toMillis();

    private static final Duration LONGEST_RETRY = Duration.ofHours(4);

    private final JdbcClient jdbc;
    private final Few few;
    private final JsonMapper json = new JsonMapper();

    Settlement(JdbcClient jdbc, Few few) {
        this.jdbc = jdbc;
        this.few = few;
    }

    void settle(List<Try> tries, Instant now) {
        if (!tries.isEmpty()) {
            var rows = tries.stream().map(tried -> row(tried, now)).toList();
            few.run(() -> jdbc.sql(SETTLE)
                    .param("outcomes", json.writeValueAsString(rows))
                    .param("now", Timestamp.from(now))
                    .update());
        }
    }

    private static Map<String, @Nullable Object> row(Try tried, Instant now) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", tried.message().send().value());
        row.put("worker", tried.worker());
        row.put("attempt", tried.message().attempt());
        row.put("channel", tried.message().message().medium().key());
        row.put("provider", tried.result().provider());
        row.put("started_at", tried.startedAt().toString());
        row.put("ended_at", tried.endedAt().toString());
        var outcome = Outcome.of(tried.result());
        outcome.into(row);
        if (outcome.deferred()) {
            row.put("retry_at", retryAt(tried, now).toString());
        }
        return row;
    }

    /** With jitter, so that sends deferred together do not come back together; at once if nobody was asked. */
    private static Instant retryAt(Try tried, Instant now) {
        if (tried.result().provider().equals(NOT_SENT.provider())) {
            return now;
        }
        if (tried.slowsDomain()) {
            return now.plusMillis(spread(SOON));
        }
        var doublings = Math.min(tried.message().attempt() - 1, 10);
        var longest = Math.min(FIRST_RETRY.toMillis() << doublings, LONGEST_RETRY.toMillis());
        return now.plusMillis(spread(longest));
    }

    private static long spread(long longest) {
        return ThreadLocalRandom.current().nextLong(longest / 2, longest + 1);
    }
}
