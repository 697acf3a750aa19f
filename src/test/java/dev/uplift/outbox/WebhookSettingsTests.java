package dev.uplift.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WebhookSettingsTests {

    private static final Map<String, String> RIGHT = Map.of(
            "uplift.webhooks.crm.url",
            "https://crm.example.com/uplift",
            "uplift.webhooks.crm.secret",
            "0123456789abcdef");

    @Test
    void tellsEverythingUnlessEventsAreNamed() {
        assertThat(told(Map.of())).hasSize(6);
        assertThat(told(Map.of("uplift.webhooks.crm.events", "case-opened,case-closed")))
                .containsExactly(Event.CASE_OPENED, Event.CASE_CLOSED);
    }

    @ParameterizedTest
    @CsvSource({
        "url, http://crm.example.com, uplift.webhooks.crm.url must be an address such as https",
        "url, https://anna:pass@crm.example.com, without user and password",
        "url, ftp://crm.example.com, uplift.webhooks.crm.url must be",
        "secret, short, uplift.webhooks.crm.secret must have at least 16 characters",
        "events, case-won, 'does not know ''case-won''; use answer-confirmed, answer-amended, case-opened'"
    })
    void saysWhichPropertyIsWrongAndWhatWouldBeRight(String property, String value, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> {
                    try {
                        bound(Map.of("uplift.webhooks.crm." + property, value));
                    } catch (BindException e) {
                        throw root(e);
                    }
                })
                .withMessageContaining(said);
    }

    private static Set<Event> told(Map<String, String> changes) {
        return Objects.requireNonNull(bound(changes).webhooks().get("crm")).told();
    }

    private static RuntimeException root(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return (RuntimeException) cause;
    }

    private static WebhookSettings bound(Map<String, String> changes) {
        var values = new HashMap<>(RIGHT);
        values.putAll(changes);
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("uplift", WebhookSettings.class);
    }
}
