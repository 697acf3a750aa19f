package dev.uplift.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures how many messages a second go out, and what CPU time each takes: the limit of the protocol, two common
 * libraries, and Uplift end to end, all on one sink in one run. Run it by {@code mvn -Pbench verify}.
 */
public final class SendingBench {

    private static final int WARM_UP = 5_000;

    private final Settings settings;
    private final Path folder;

    private SendingBench(Settings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
    }

    /** Takes {@code -Dbench.messages}, {@code bench.connections}, {@code bench.sizes} and {@code bench.only}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "run");
        new SendingBench(Settings.ofSystem(), folder).run();
    }

    private void run() throws IOException, InterruptedException {
        try (var sink = SinkProcess.start()) {
            System.out.println(uplift(sink));
        }
    }

    private List<UpliftRun.Result> uplift(SinkProcess sink) throws IOException, InterruptedException {
        var results = new ArrayList<UpliftRun.Result>();
        for (var size : settings.sizes()) {
            results.add(uplift(sink, size));
        }
        return results;
    }

    /** Each size has a new database, so that none pays for what an earlier one left. */
    private UpliftRun.Result uplift(SinkProcess sink, int size) throws IOException, InterruptedException {
        var home = folder.resolve("uplift-" + size);
        try (var uplift = UpliftProcess.start(home, sink.port(), settings.connections())) {
            var run = new UpliftRun(uplift, sink, home);
            run.measure(new Audience("warm-up", WARM_UP));
            sink.sample(folder.resolve("sample.eml"));
            return run.measure(new Audience("bench", size));
        }
    }
}
