package dev.uplift.web.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.delivery.SendRow;
import org.junit.jupiter.api.Test;

class SendFilterTests {

    @Test
    void takesOnlyRowsOfItsRunArmAndKind() {
        var row = new SendRow(
                null,
                "C-1",
                2,
                1,
                "treated",
                "message",
                "email",
                null,
                "DELIVERED",
                null,
                null,
                null,
                1,
                null,
                null,
                null);

        assertThat(new SendFilter(0, "", "", "").matches(row)).isTrue();
        assertThat(new SendFilter(2, "treated", "message", "").matches(row)).isTrue();
        assertThat(new SendFilter(1, "treated", "message", "").matches(row)).isFalse();
        assertThat(new SendFilter(2, "hold-out", "message", "").matches(row)).isFalse();
        assertThat(new SendFilter(2, "treated", "survey", "").matches(row)).isFalse();
    }

    @Test
    void escapesWhatItPutsIntoAddresses() {
        assertThat(new SendFilter(0, "", "", "").address("bill")).isEqualTo("/campaigns/bill/sends");
        assertThat(new SendFilter(3, "treated", "", "A&B").address("bill", "C 1"))
                .isEqualTo("/campaigns/bill/sends?run=3&arm=treated&state=A%26B&after=C%201");
    }
}
