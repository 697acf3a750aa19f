package dev.uplift.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Uplift from the launch of a campaign to its settled ledger: audience, consent, rendering, gate and durable marks
 * included, import of the customers not.
 */
record UpliftRun(UpliftProcess uplift, SinkProcess sink, Path folder) {

    private static final Duration STALLED = Duration.ofMinutes(2);
    private static final Duration QUIET = Duration.ofSeconds(60);
    private static final long IDLE_MICROS_PER_SECOND = 100_000;

    /**
     * Numbers of one campaign, from the launch to the ledger with every send accepted.
     *
     * @param planSeconds from the launch to the first message at the sink
     * @param sending from there to the end
     */
    record Result(
            int messages,
            double perSecond,
            @Nullable Double cpuMicrosPerMessage,
            double planSeconds,
            Phase sending,
            Phase whole,
            double importSeconds,
            Memory memory) {}

    /** Imports an audience, launches a campaign to it and waits until each of its sends is accepted. */
    Result measure(Audience audience) throws IOException, InterruptedException {
        var began = System.nanoTime();
        importAll(audience);
        var imported = System.nanoTime();
        awaitQuiet();
        sink.reset();
        var launch = Snapshot.of(uplift, sink);
        uplift.api().launch(audience.circle());
        awaitMessages(1);
        var first = Snapshot.of(uplift, sink);
        awaitMessages(audience.customers());
        awaitAccepted(audience);
        var settled = Snapshot.of(uplift, sink);
        sink.mustHave(audience.customers());
        var whole = launch.until(settled, audience.customers());
        return new Result(
                audience.customers(),
                whole.perSecond(),
                whole.cpuMicrosPerMessage(),
                Phase.round((first.nanos() - launch.nanos()) / 1e9),
                first.until(settled, audience.customers()),
                whole,
                Phase.round((imported - began) / 1e9),
                uplift.memory());
    }

    private void importAll(Audience audience) throws IOException, InterruptedException {
        var csv = folder.resolve(audience.circle() + ".csv");
        audience.write(csv);
        uplift.api().importCustomers(csv);
        uplift.api().putCampaign(audience.circle(), audience.campaign());
    }

    /** What an import leaves to do in the background is not part of sending. */
    private void awaitQuiet() throws IOException, InterruptedException {
        var end = System.nanoTime() + QUIET.toNanos();
        var before = Snapshot.of(uplift, sink).work();
        for (var busy = true; busy && before != null && System.nanoTime() - end < 0; ) {
            Thread.sleep(1000);
            var now = Snapshot.of(uplift, sink).work();
            busy = now != null && now - before > IDLE_MICROS_PER_SECOND;
            before = now;
        }
    }

    private void awaitMessages(int number) throws IOException, InterruptedException {
        var seen = -1;
        var end = 0L;
        for (var now = sink.count().messages(); now < number; now = sink.count().messages()) {
            end = now > seen ? System.nanoTime() + STALLED.toNanos() : end;
            seen = now;
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("Uplift sent nothing for two minutes, after " + now + " messages");
            }
            Thread.sleep(20);
        }
    }

    private void awaitAccepted(Audience audience) throws IOException, InterruptedException {
        var end = System.nanoTime() + STALLED.toNanos();
        var status = uplift.api().campaign(audience.circle());
        while (status.at("/counts/ACCEPTED").asInt(0) < audience.customers()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("Not every send was accepted: " + status);
            }
            Thread.sleep(100);
            status = uplift.api().campaign(audience.circle());
        }
    }
}
