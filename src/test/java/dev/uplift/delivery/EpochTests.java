package dev.uplift.delivery;

import static dev.uplift.delivery.LedgerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.identity.Actor;
import dev.uplift.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EpochTests {

    private static final Actor MARIA = new Actor("maria", Role.MANAGER);

    private final LedgerFixture ledger = new LedgerFixture();
    private final Path home = ledger.home;

    @BeforeEach
    void begin() {
        ledger.jdbc.sql("truncate delivery.epoch").update();
    }

    @Test
    void sendsWithTheDatabaseItKnows() {
        start();
        start();
        start();

        assertThat(ledger.holds.current()).isEmpty();
    }

    @Test
    void holdsWithADatabaseThatIsOlder() {
        start();
        var backup = counter();
        start();
        restore(backup);

        start();

        assertThat(reason()).isEqualTo(Hold.Reason.OLDER);
        assertThat(audited()).isEqualTo("uplift sending.hold OLDER");
    }

    @Test
    void holdsAgainWhenTheSameBackupIsRestoredAgain() {
        start();
        var backup = counter();
        start();
        restore(backup);
        start();
        ledger.holds.release(MARIA, NOW);
        start();
        assertThat(ledger.holds.current()).isEmpty();

        restore(backup);
        start();

        assertThat(reason()).isEqualTo(Hold.Reason.OLDER);
    }

    @Test
    void oneReleaseIsEnoughForAllNodes() {
        var other = LedgerFixture.freshHome();
        start();
        var backup = counter();
        start();
        ledger.epoch(other).advance();
        restore(backup);
        start();
        ledger.holds.release(MARIA, NOW);

        ledger.epoch(other).advance();

        assertThat(ledger.holds.current()).isEmpty();
    }

    @Test
    void holdsWithADatabaseThatADumpMadeEvenWithoutAFile() {
        start();
        ledger.jdbc.sql("update delivery.epoch set place = 'another/cluster/1'").update();

        ledger.epoch(LedgerFixture.freshHome()).advance();

        assertThat(reason()).isEqualTo(Hold.Reason.RESTORED);
    }

    @Test
    void holdsWithTheDatabaseOfAnotherInstallation() throws IOException {
        start();
        ledger.planned(ledger.customer("anna"), 1, "message", "service");
        ledger.jdbc.sql("update delivery.epoch set id = gen_random_uuid()").update();

        start();

        assertThat(reason()).isEqualTo(Hold.Reason.OTHER_DATABASE);
    }

    @Test
    void holdsWhenItsOwnFileIsDamaged() throws IOException {
        start();
        ledger.planned(ledger.customer("anna"), 1, "message", "service");
        Files.writeString(home.resolve("epoch"), "garbage");

        start();

        assertThat(reason()).isEqualTo(Hold.Reason.OTHER_DATABASE);
    }

    @Test
    void holdsWhenDatabaseAndHomeWereCopiedBackTogether() throws IOException {
        Files.createDirectories(home.resolve("postgres"));
        start();
        var copy = LedgerFixture.freshHome();
        Files.createDirectories(copy.resolve("postgres"));
        Files.copy(home.resolve("epoch"), copy.resolve("epoch"));

        ledger.epoch(copy).advance();

        assertThat(reason()).isEqualTo(Hold.Reason.COPIED);
    }

    @Test
    void takesTheCopiedHomeOfASecondNodeForWhatItIs() throws IOException {
        start();
        var copy = LedgerFixture.freshHome();
        Files.copy(home.resolve("epoch"), copy.resolve("epoch"));

        ledger.epoch(copy).advance();
        start();

        assertThat(ledger.holds.current()).isEmpty();
    }

    @Test
    void doesNotHoldAfterADeathBetweenDatabaseAndFile() throws IOException {
        start();
        var before = Files.readString(home.resolve("epoch"));
        start();
        Files.writeString(home.resolve("epoch"), before);

        start();

        assertThat(ledger.holds.current()).isEmpty();
    }

    @Test
    void doesNotHoldANodeWithAnEmptyHome() {
        start();

        ledger.epoch(LedgerFixture.freshHome()).advance();

        assertThat(ledger.holds.current()).isEmpty();
    }

    @Test
    void startsOverWithAnEmptyDatabase() {
        start();
        ledger.jdbc.sql("truncate delivery.epoch").update();

        start();

        assertThat(ledger.holds.current()).isEmpty();
    }

    private void start() {
        ledger.epoch(home).advance();
    }

    private Hold.Reason reason() {
        return ledger.holds.current().orElseThrow().reason();
    }

    private long counter() {
        return ledger.jdbc
                .sql("select counter from delivery.epoch")
                .query(Long.class)
                .single();
    }

    private void restore(long counter) {
        ledger.jdbc
                .sql("update delivery.epoch set counter = :counter")
                .param("counter", counter)
                .update();
    }

    private String audited() {
        return ledger.jdbc
                .sql("select actor || ' ' || action || ' ' || subject from identity.audit order by id desc limit 1")
                .query(String.class)
                .single();
    }
}
