package dev.uplift.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The database, or the way to it, fails while a campaign is under way. */
@Tag("lab")
class DatabaseFaultTests {

    private static final Duration RESUMES = Duration.ofSeconds(30);

    private static final String D2 =
            "the database stalls, resets or forgets connections, or refuses statements: no busy loop, it recovers";

    /** As PostgreSQL fails a transaction that it has rolled back. */
    private static final String FAILING = """
            create function fail() returns trigger language plpgsql as $$
            begin
                if random() < 0.1 then
                    raise exception 'lab' using errcode = case when random() < 0.5 then '40P01' else '40001' end;
                end if;
                return null;
            end $$;
            create trigger fail before update on delivery.send for each statement execute function fail()""";

    @Test
    @Row(id = "D1", what = "PostgreSQL is stopped at once or killed, again and again: sending resumes within 30 s")
    void resumesAfterTheDatabaseDied(Findings findings) throws IOException {
        try (var database = LabDatabase.start();
                var world = new World(database)) {
            var campaign = world.mails(Lab.RESTARTS * 400);
            world.mail().behave(Relays.takingMillis(50));
            world.begin(campaign);
            var slowest = Duration.ZERO;
            for (var restart = 0; restart < Lab.RESTARTS; restart++) {
                world.awaitSent(world.journal().size() + 50);
                if (restart % 2 == 0) {
                    database.stopImmediately();
                } else {
                    database.kill();
                }
                world.killed();
                database.startAgain();
                var resumed = resumed(world, campaign, RESUMES);
                slowest = slowest.compareTo(resumed) > 0 ? slowest : resumed;
            }
            findings.note("%d restarts, slowest resumption %d ms".formatted(Lab.RESTARTS, slowest.toMillis()));
            findings.require(Invariants.after(world, campaign));
        }
    }

    @Test
    @Row(id = "D2", what = D2)
    void standsAStallingNetwork(Findings findings) {
        try (var world = World.open()) {
            var campaign = begun(world);
            var node = world.begin(campaign);
            world.awaitSent(20);
            var used = node.used();
            world.database().network().stall(true);
            Threads.pause(Duration.ofSeconds(Lab.FREEZE_SECONDS));
            var busy = node.used().minus(used);
            world.database().network().stall(false);
            world.killed();
            findings.note("stall: %d ms of processor time in %d s, resumed after %d ms"
                    .formatted(
                            busy.toMillis(),
                            Lab.FREEZE_SECONDS,
                            resumed(world, campaign, RESUMES).toMillis()));
            findings.require(Invariants.after(world, campaign));
            assertThat(busy).isLessThan(Duration.ofSeconds(Lab.FREEZE_SECONDS).dividedBy(2));
        }
    }

    @Test
    @Row(id = "D2", what = D2)
    void standsResets(Findings findings) {
        try (var world = World.open()) {
            var campaign = begun(world);
            world.begin(campaign);
            world.awaitSent(20);
            world.database().network().refuse(true);
            world.database().network().reset();
            world.killed();
            Threads.pause(Duration.ofSeconds(5));
            world.database().network().refuse(false);
            findings.note("reset: resumed after %d ms"
                    .formatted(resumed(world, campaign, RESUMES).toMillis()));
            findings.require(Invariants.after(world, campaign));
        } finally {
            SharedDatabase.get().network().refuse(false);
        }
    }

    @Test
    @Row(id = "D2", what = D2)
    void standsForgottenConnections(Findings findings) {
        try (var world = World.open()) {
            var campaign = begun(world);
            world.begin(campaign);
            world.awaitSent(20);
            world.database().network().forget();
            world.killed();
            findings.note("half-open: resumed after %d ms"
                    .formatted(resumed(world, campaign, Duration.ofMinutes(2)).toMillis()));
            findings.require(Invariants.after(world, campaign));
        }
    }

    @Test
    @Row(id = "D2", what = D2)
    void standsAPoolWithoutConnections(Findings findings) throws SQLException {
        try (var world = World.open()) {
            var campaign = begun(world);
            world.begin(
                    campaign,
                    "spring.datasource.hikari.maximum-pool-size=6",
                    "spring.datasource.hikari.connection-timeout=1000");
            world.awaitSent(20);
            try (var blocker = world.ledger().connect()) {
                blocker.setAutoCommit(false);
                blocker.createStatement().execute("lock table delivery.send in access exclusive mode");
                Threads.pause(Duration.ofSeconds(Lab.FREEZE_SECONDS));
                blocker.rollback();
            }
            findings.note("no free connection for %d s: resumed after %d ms"
                    .formatted(
                            Lab.FREEZE_SECONDS,
                            resumed(world, campaign, RESUMES).toMillis()));
            findings.require(Invariants.after(world, campaign));
        }
    }

    @Test
    @Row(id = "D2", what = D2)
    void standsDeadlocksAndSerializationErrors(Findings findings) {
        try (var world = World.open()) {
            var campaign = begun(world);
            var node = world.node();
            campaign.define(node.api());
            world.ledger().jdbc().sql(FAILING).update();
            campaign.launch(node.api());
            findings.require(Invariants.after(world, campaign));
            findings.note(
                    "every tenth mark or settlement was chosen as the victim of a deadlock or could not be serialized");
        }
    }

    @Test
    @Row(
            id = "D3",
            what = "the database's disk is full: nothing is sent without a mark, sending resumes with the space")
    void standsAFullDisk(Findings findings) throws IOException {
        var folder = Folders.fresh("small-disk");
        assumeTrue(
                ran("mount", "-t", "tmpfs", "-o", "size=400m", "tmpfs", folder.toString()),
                "mounting a small disk is not allowed here");
        try (var database = LabDatabase.in(Files.createDirectories(folder.resolve("postgres")));
                var world = new World(database)) {
            var campaign = begun(world);
            world.begin(campaign);
            world.awaitSent(20);
            var filler = folder.resolve("filler");
            fill(filler);
            world.killed();
            Threads.pause(Duration.ofSeconds(Lab.FREEZE_SECONDS));
            var stopped = world.journal().size();
            Threads.pause(Duration.ofSeconds(5));
            findings.note("%d mails had left when the disk was full, %d more in 5 s"
                    .formatted(stopped, world.journal().size() - stopped));
            Files.delete(filler);
            database.startAgain();
            resumed(world, campaign, Duration.ofMinutes(1));
            findings.require(Invariants.after(world, campaign));
        } finally {
            ran("umount", "-l", folder.toString());
        }
    }

    private static Campaign begun(World world) {
        world.mail().behave(Relays.takingMillis(50));
        return world.mails(Lab.SIZE * 2);
    }

    /** How long it takes until more sends are accepted and recorded than can have been under way. */
    private static Duration resumed(World world, Campaign campaign, Duration longest) {
        var began = Instant.now();
        var before = accepted(world, campaign);
        Threads.await("sending to resume", longest, () -> accepted(world, campaign) > before + 2L * Lab.CONNECTIONS);
        return Duration.between(began, Instant.now());
    }

    private static long accepted(World world, Campaign campaign) {
        return world.ledger().states(campaign).getOrDefault("ACCEPTED", 0L);
    }

    /** Takes all the space, down to the last block. */
    private static void fill(Path filler) throws IOException {
        try (var out = Files.newOutputStream(filler)) {
            var block = new byte[4096];
            while (filler.toFile().getUsableSpace() > 0) {
                out.write(block);
            }
        } catch (IOException e) {
            if (filler.toFile().getUsableSpace() > 0) {
                throw e;
            }
        }
    }

    private static boolean ran(String... command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
