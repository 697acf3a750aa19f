package dev.uplift.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class UpliftSettingsTests {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(OnlySettings.class);

    @Test
    void needsNoSettingAtAll() {
        runner.run(context -> {
            var settings = context.getBean(UpliftSettings.class);

            assertThat(settings.home().toAbsolutePath())
                    .isEqualTo(Path.of("data").toAbsolutePath());
            assertThat(settings.company().language()).isEqualTo("de");
        });
    }

    @Test
    void looksForFoldersWhereItWasStartedAndNotOnTheClassPath() {
        runner.withPropertyValues("uplift.home=db").run(context -> {
            var settings = context.getBean(UpliftSettings.class);

            assertThat(settings.home()).isEqualTo(Path.of("db"));
            assertThat(settings.content().toAbsolutePath())
                    .isEqualTo(Path.of("").toAbsolutePath());
        });
    }

    @Test
    void refusesATimeZoneThatDoesNotExist() {
        assertRefused("uplift.company.zone=Berlin", "uplift.company.zone must be a time zone such as Europe/Berlin");
    }

    @Test
    void refusesACountryThatIsNoCode() {
        assertRefused("uplift.company.country=Germany", "uplift.company.country must be");
    }

    @Test
    void refusesAnAddressThatNoCustomerCanOpen() {
        assertRefused("uplift.public-url=mail.example.com", "such as https://mail.example.com");
    }

    private void assertRefused(String setting, String message) {
        runner.withPropertyValues(setting)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(message));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(UpliftSettings.class)
    @Import(PlainPath.Registration.class)
    static class OnlySettings {}
}
