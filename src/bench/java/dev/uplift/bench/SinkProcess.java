package dev.uplift.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The sink, seen from the one who measures. */
final class SinkProcess implements AutoCloseable {

    private final Child child;
    private final int port;

    private SinkProcess(Child child, int port) {
        this.child = child;
        this.port = port;
    }

    /** What it took: times are milliseconds since 1970, 0 before the first message. */
    record Count(int messages, long first, long last) {}

    static SinkProcess start() throws IOException {
        var child = Child.of(Sink.class);
        return new SinkProcess(child, Integer.parseInt(child.answer()));
    }

    int port() {
        return port;
    }

    void reset() throws IOException {
        child.ask("reset");
    }

    Count count() throws IOException {
        var numbers = child.ask("count").split(" ", -1);
        return new Count(Integer.parseInt(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
    }

    /** Throws unless exactly this many messages came, each with a Message-ID of its own. */
    void mustHave(int messages) throws IOException {
        var count = count().messages();
        var distinct = Long.parseLong(child.ask("distinct"));
        if (count != messages || distinct != messages) {
            throw new IllegalStateException(
                    "The sink has " + count + " messages, " + distinct + " of them different, instead of " + messages);
        }
    }

    /** Writes the first mail since the reset into a file, as it came over the wire without the final dot. */
    void sample(Path file) throws IOException {
        var wire = Base64.getDecoder().decode(child.ask("sample"));
        Files.write(file, Arrays.copyOf(wire, wire.length - 3));
    }

    /** CPU time of the sink in microseconds; null where the system does not tell. */
    @Nullable
    Long processorTime() throws IOException {
        return ProcessorTime.of(child.pid());
    }

    @Override
    public void close() throws IOException {
        child.close();
    }
}
