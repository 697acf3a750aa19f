package dev.uplift.delivery;

import static dev.uplift.delivery.LedgerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uplift.identity.Actor;
import dev.uplift.identity.Role;
import dev.uplift.platform.InvalidInput;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldsTests {

    private static final Actor ADMIN = new Actor("ada", Role.ADMIN);

    private final LedgerFixture ledger = new LedgerFixture();

    @Test
    void claimsNothingWhileHeldAndAllOfItAfterwards() {
        var send = ledger.planned(ledger.customer("anna"), 1, "message", "service");
        ledger.holds.hold("Wrong prices", ADMIN, NOW);

        assertThat(ledger.claim(NOW, 10)).isEmpty();
        assertThat(ledger.claims.nextDue()).isEmpty();

        ledger.holds.release(ADMIN, NOW);
        assertThat(ledger.admit(NOW)).containsExactly(send);
    }

    @Test
    void marksNothingThatWasClaimedBeforeTheHold() {
        var send = ledger.planned(ledger.customer("anna"), 1, "message", "service");
        var claimed = ledger.claim(NOW, 10).stream().map(Send::id).toList();
        ledger.holds.hold("Wrong prices", ADMIN, NOW);

        assertThat(ledger.gate.admit(claimed, ledger.worker.id(), true, List.of(), NOW))
                .isEmpty();

        assertThat(ledger.state(send)).isEqualTo("PLANNED");
        ledger.holds.release(ADMIN, NOW);
        assertThat(ledger.admit(NOW)).containsExactly(send);
    }

    @Test
    void keepsTheFirstReasonAndRecordsWhoHeldAndReleased() {
        ledger.holds.hold("Wrong prices", ADMIN, NOW);
        ledger.holds.begin(Hold.Reason.OLDER, null, Actor.UPLIFT, NOW);

        assertThat(ledger.holds.current()).contains(new Hold(Hold.Reason.PERSON, "Wrong prices", NOW, "ada"));
        ledger.holds.release(ADMIN, NOW);
        ledger.holds.release(ADMIN, NOW);
        assertThat(ledger.holds.current()).isEmpty();
        assertThat(ledger.jdbc
                        .sql("select action from identity.audit order by id")
                        .query(String.class)
                        .list())
                .containsExactly("sending.hold", "sending.release");
    }

    @Test
    void wantsAReason() {
        assertThatThrownBy(() -> ledger.holds.hold("  ", ADMIN, NOW)).isInstanceOf(InvalidInput.class);
        assertThat(ledger.holds.current()).isEmpty();
    }
}
