package dev.uplift.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A backup is put back, though messages have left since it was made. */
@Tag("lab")
class RestoreTests {

    private static final Duration QUIET = Duration.ofSeconds(10);

    @Test
    @Row(
            id = "D4",
            what = "a backup is restored after more was sent: no message leaves until a person releases sending")
    void sendsNothingFromABackupUntilReleased(Findings findings) throws IOException {
        try (var database = LabDatabase.start();
                var world = new World(database)) {
            var campaign = world.mails(Lab.SIZE);
            world.mail().behave(Relays.takingMillis(100));
            var before = world.begin(campaign);
            world.awaitSent(20);
            assertThat(before.end(Duration.ofSeconds(30))).isZero();
            var backup = database.backUp();
            var after = world.node();
            world.awaitSent(world.journal().size() + 100);
            after.kill();
            database.restore(backup);
            var left = world.journal().size();

            var restored = world.node();
            Threads.pause(QUIET);

            var sending = restored.api().get("/api/sending");
            assertThat(world.journal().size()).as("messages that left").isEqualTo(left);
            assertThat(sending.at("/hold/reason").asString()).isEqualTo("OLDER");
            restored.api().post("/api/sending/release", "");
            world.awaitSent(left + 20);
            findings.note("%d messages had left, 0 more in %d s, then sending was released"
                    .formatted(left, QUIET.toSeconds()));
        }
    }
}
