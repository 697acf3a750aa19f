package dev.uplift.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.message.Renderer;
import dev.uplift.message.Templates;
import dev.uplift.platform.Content;
import dev.uplift.platform.Medium;
import dev.uplift.platform.PublicUrl;
import dev.uplift.platform.UpliftSettings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class ChannelWiringTests {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({UpliftSettings.class, ChannelSettings.class})
    @ComponentScan(basePackages = {"dev.uplift.channel", "dev.uplift.message"})
    @Import({Content.class, PublicUrl.class})
    static class Modules {}

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(Modules.class)
            .withBean(Clock.class, Clock::systemUTC)
            .withPropertyValues("uplift.home=target/home");

    @Test
    void offersMailAndSmsAsChannels() {
        runner.run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(Templates.class).hasSingleBean(Renderer.class);
            assertThat(context.getBeansOfType(Channel.class).values())
                    .extracting(Channel::medium)
                    .containsExactlyInAnyOrder(Medium.EMAIL, Medium.SMS);
            assertThat(context.getBean(ChannelSettings.class).local()).isTrue();
        });
    }

    @Test
    void readsRelaysAndAccountFromTheSettings() {
        var relay = Map.of("uplift.mail.relays[0].host", "smtp.example.org", "uplift.mail.relays[0].tls", "starttls");

        runner.withPropertyValues(relay.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new))
                .withPropertyValues("uplift.twilio.account-sid=AC1", "uplift.twilio.auth-token=secret")
                .run(context -> {
                    var settings = context.getBean(ChannelSettings.class);
                    assertThat(settings.mail().relays())
                            .containsExactly(
                                    new Relay("smtp.example.org", 25, null, null, "starttls", 8, 0, List.of()));
                    assertThat(settings.twilio()).isNotNull();
                    assertThat(settings.local()).isFalse();
                });
    }
}
