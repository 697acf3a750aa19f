package dev.uplift.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class UpliftSettingsTests {

    @Test
    void needsNoSettingAtAll() {
        var settings = bound(Map.of());

        assertThat(settings.home()).hasToString("./data");
        assertThat(settings.company().language()).isEqualTo("de");
    }

    @Test
    void refusesATimeZoneThatDoesNotExist() {
        assertThatThrownBy(() -> bound(Map.of("uplift.company.zone", "Berlin")))
                .rootCause()
                .hasMessageContaining("uplift.company.zone")
                .hasMessageContaining("such as Europe/Berlin");
    }

    @Test
    void refusesACountryThatIsNoCode() {
        assertThatThrownBy(() -> bound(Map.of("uplift.company.country", "Germany")))
                .rootCause()
                .hasMessageContaining("uplift.company.country");
    }

    @Test
    void refusesAnAddressThatNoCustomerCanOpen() {
        assertThatThrownBy(() -> bound(Map.of("uplift.public-url", "mail.example.com")))
                .rootCause()
                .hasMessageContaining("uplift.public-url")
                .hasMessageContaining("such as https://mail.example.com");
    }

    private static UpliftSettings bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("uplift", UpliftSettings.class);
    }
}
