package dev.uplift.delivery;

import dev.uplift.delivery.Delivered.Try;
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

/** Writes what became of sends; the ledger's only way out of SENDING. */
@Repository
class Settlement {

    private static final String SETTLE = Sql.file("settle.sql");

    private static final Duration FIRST_RETRY = Duration.ofMinutes(5);
    private static final Duration LONGEST_RETRY = Duration.ofHours(4);

    private final JdbcClient jdbc;
    private final Worker worker;
    private final JsonMapper json = new JsonMapper();

    Settlement(JdbcClient jdbc, Worker worker) {
        this.jdbc = jdbc;
        this.worker = worker;
    }

    void settle(List<Try> tries, Instant now) {
        if (!tries.isEmpty()) {
            jdbc.sql(SETTLE)
                    .param(
                            "outcomes",
                            json.writeValueAsString(
                                    tries.stream().map(tried -> row(tried, now)).toList()))
                    .param("worker", worker.id())
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }

    private static Map<String, @Nullable Object> row(Try tried, Instant now) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", tried.message().send().value());
        row.put("attempt", tried.message().attempt());
        row.put("channel", tried.message().message().medium().key());
        row.put("provider", tried.result().provider());
        row.put("started_at", tried.startedAt().toString());
        row.put("ended_at", tried.endedAt().toString());
        var outcome = Outcome.of(tried.result());
        outcome.into(row);
        if (outcome.deferred()) {
            row.put("retry_at", retryAt(tried.message().attempt(), now).toString());
        }
        return row;
    }

    /** Full jitter, so that sends deferred together do not come back together. */
    private static Instant retryAt(int attempt, Instant now) {
        var longest = Math.min(FIRST_RETRY.toSeconds() << Math.min(attempt - 1, 10), LONGEST_RETRY.toSeconds());
        return now.plusSeconds(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    }
}
