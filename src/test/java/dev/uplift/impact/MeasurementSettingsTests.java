package dev.uplift.impact;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which events a measurement watches beside the answers. */
class MeasurementSettingsTests {

    @Test
    void refusesNamesThatNoEventCanHave() {
        refused("has 'call centre'", "call centre");
        refused("has ''", "");
    }

    @Test
    void refusesWhatIsCountedAnywayOrTwice() {
        refused("is always counted; remove it", "churned", "withdrawn");
        refused("names an event twice", "complaint", "complaint");
    }

    private static void refused(String why, String... guardrails) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeasurementSettings(List.of(guardrails)))
                .withMessageContaining(why);
    }
}
