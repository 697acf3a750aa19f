package dev.uplift.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how many messages a second go out, and what CPU time each takes: the limit of the protocol, two common
 * libraries, and Uplift end to end, all on one sink in one run. Run it by {@code mvn -Pbench verify}.
 */
public final class SendingBench {

    private static final Path REPORT = Path.of("target/reports/sending-bench.json");
    private static final int WARM_UP = 30_000;

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
        var report = new Report(settings);
        var sample = folder.resolve("sample.eml");
        try (var sink = SinkProcess.start()) {
            for (var size : settings.wants("uplift") ? settings.sizes() : List.<Integer>of()) {
                report.add(uplift(sink, size, sample));
            }
            if (!settings.wants("uplift")) {
                uplift(sink, 1, sample);
            }
            for (var contestant : Contestant.values()) {
                if (settings.wants(contestant.key())) {
                    report.add(contestant, contestant.measure(sink, settings, sample));
                }
            }
        }
        report.write(REPORT);
        report.print();
        System.out.println("More in " + REPORT + ", logs in " + folder);
    }

    /** Each size has a new database, so that none pays for what an earlier one left. */
    private UpliftRun.Result uplift(SinkProcess sink, int size, Path sample) throws IOException, InterruptedException {
        var home = folder.resolve("uplift-" + size);
        try (var uplift = UpliftProcess.start(home, sink.port(), settings.connections())) {
            var run = new UpliftRun(uplift, sink, home);
            run.measure(new Audience("warm-up", WARM_UP));
            sink.sample(sample);
            return run.measure(new Audience("bench", size));
        } finally {
            FileSystemUtils.deleteRecursively(home.resolve("home"));
        }
    }
}
