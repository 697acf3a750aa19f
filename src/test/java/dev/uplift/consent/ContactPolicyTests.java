package dev.uplift.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uplift.platform.TestDatabase;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.jdbc.core.simple.JdbcClient;

class ContactPolicyTests {

    private final JdbcClient jdbc = TestDatabase.empty();

    @AfterEach
    void backToTheDefaults() {
        new ContactPolicy(jdbc, bound(Map.of())).write();
    }

    @Test
    void putsTheSettingsInForce() {
        var settings = bound(Map.of(
                "uplift.contact.cap-contacts", "2",
                "uplift.contact.quiet-from", "18:30",
                "uplift.contact.sundays-and-holidays", "false"));

        new ContactPolicy(jdbc, settings).write();
        new ContactPolicy(jdbc, settings).write();

        assertThat(jdbc.sql("select * from consent.rule").query().singleRow())
                .containsEntry("cap_contacts", 2)
                .containsEntry("cap_days", 7)
                .containsEntry("survey_rest_days", 30)
                .containsEntry("quiet_sundays_and_holidays", false)
                .hasEntrySatisfying("quiet_from", from -> assertThat(from).hasToString("18:30:00"))
                .hasEntrySatisfying("quiet_to", to -> assertThat(to).hasToString("09:00:00"));
    }

    @Test
    void startsWithThePolicyOfTheDefaultSettings() {
        var before = jdbc.sql("select * from consent.rule").query().singleRow();

        new ContactPolicy(jdbc, bound(Map.of())).write();

        assertThat(jdbc.sql("select * from consent.rule").query().singleRow()).isEqualTo(before);
    }

    @Test
    void hasNoQuietHoursWhereTheyEndAsTheyBegin() {
        var settings = new ContactSettings(4, 7, 30, LocalTime.NOON, LocalTime.NOON, true);

        assertThat(settings.opens()).isEqualTo(LocalTime.MIDNIGHT);
        assertThat(settings.closes()).isEqualTo("24:00");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> new ContactSettings(0, 7, 30, LocalTime.of(20, 0), LocalTime.of(9, 0), true))
                .hasMessageContaining("uplift.contact.cap-contacts is 0");
        assertThatThrownBy(() -> new ContactSettings(4, 7, 30, LocalTime.of(8, 0), LocalTime.of(9, 0), true))
                .hasMessageContaining("uplift.contact.quiet-from 08:00 is before quiet-to 09:00");
    }

    private static ContactSettings bound(Map<String, String> properties) {
        return new Binder(
                        List.of(new MapConfigurationPropertySource(properties)),
                        null,
                        ApplicationConversionService.getSharedInstance())
                .bindOrCreate("uplift.contact", Bindable.of(ContactSettings.class));
    }
}
