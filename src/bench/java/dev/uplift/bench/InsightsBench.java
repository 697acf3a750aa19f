package dev.uplift.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how long the roll-up of many answers takes, from nothing and with few new ones, and how fast the page of the
 * insights opens then. Run it by {@code mvn -Pbench verify -Dbench.main=dev.uplift.bench.InsightsBench}; {@code
 * -Dbench.messages} is the number of answers, 5,000,000 unless set.
 */
public final class InsightsBench {

    private static final int ANSWERS = 5_000_000;
    private static final int NEW = 10_000;
    private static final int OPENINGS = 10;
    private static final List<String> PAGES = List.of(
            "/insights?period=365",
            "/insights?kind=transactional&period=730&compare=before",
            "/insights?kind=transactional&segment=seg-1&channel=sms&period=90&compare=year");

    private final Api api;
    private final JdbcClient jdbc;
    private final Crowd crowd;

    private InsightsBench(Api api, JdbcClient jdbc) {
        this.api = api;
        this.jdbc = jdbc;
        this.crowd = new Crowd(jdbc);
    }

    /** Leaves nothing behind but what it prints. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var answers = Integer.getInteger("bench.messages", ANSWERS);
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "insights");
        try (var uplift = UpliftProcess.start(folder, 1, 1)) {
            new InsightsBench(uplift.api(), Timing.database(folder.resolve("home/postgres"))).run(answers);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void run(int answers) throws IOException, InterruptedException {
        Timing.say("seeding %,d answers", Timing.of(() -> crowd.answer(1, answers)), answers);
        Timing.say("first roll-up", rollUp());
        crowd.answer(answers + 1, answers + NEW);
        Timing.say("roll-up with %,d new answers", rollUp(), NEW);
        Timing.say("roll-up with none", rollUp());
        for (var page : PAGES) {
            Timing.say("first opening of " + page, Timing.of(() -> api.page(page)));
            Timing.say("mean of " + OPENINGS + " more", Timing.mean(OPENINGS, () -> api.page(page)));
        }
        System.out.println(crowd.sizes());
    }

    /** As a person asks for it, from when the job finds that out, within ten seconds. */
    private Duration rollUp() throws InterruptedException {
        var before = count();
        jdbc.sql("insert into impact.renewal (asked_at) values (now())").update();
        while (count() == before) {
            Thread.sleep(50);
        }
        var seconds = jdbc.sql("select extract(epoch from clock_timestamp() - max(as_of)) from impact.roll_up");
        return Duration.ofMillis((long) (1000 * seconds.query(Double.class).single()));
    }

    private long count() {
        return jdbc.sql("select count(*) from impact.roll_up").query(Long.class).single();
    }
}
