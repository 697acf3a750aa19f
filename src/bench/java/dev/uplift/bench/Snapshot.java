package dev.uplift.bench;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A moment with the CPU time used until then, in microseconds; null where the system does not tell.
 *
 * @param client the JVM that sends
 * @param database all processes of PostgreSQL; 0 without one
 */
record Snapshot(
        long nanos,
        @Nullable Long client,
        @Nullable Long database,
        @Nullable Long sink) {

    static Snapshot of(UpliftProcess uplift, SinkProcess sink) throws IOException {
        return new Snapshot(System.nanoTime(), uplift.processorTime(), uplift.databaseTime(), sink.processorTime());
    }

    static Snapshot of(Child client, SinkProcess sink) throws IOException {
        return new Snapshot(System.nanoTime(), ProcessorTime.of(client.pid()), 0L, sink.processorTime());
    }

    /** What happened from here to a later moment, with this many messages. */
    Phase until(Snapshot end, int messages) {
        var seconds = (end.nanos - nanos) / 1e9;
        return new Phase(
                messages,
                Phase.round(seconds),
                Phase.round(messages / seconds),
                each(work(), end.work(), messages),
                each(database, end.database, messages),
                each(sink, end.sink, messages));
    }

    /** Everything but the sink. */
    @Nullable
    Long work() {
        return client == null || database == null ? null : client + database;
    }

    private static @Nullable Double each(@Nullable Long before, @Nullable Long after, int messages) {
        return before == null || after == null ? null : Phase.round((after - before) / (double) messages);
    }
}
