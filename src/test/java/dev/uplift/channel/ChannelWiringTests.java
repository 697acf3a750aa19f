package dev.uplift.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.message.Renderer;
import dev.uplift.message.Templates;
import dev.uplift.platform.Content;
import dev.uplift.platform.Medium;
import dev.uplift.platform.PublicUrl;
import dev.uplift.platform.UpliftSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class ChannelWiringTests {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({UpliftSettings.class, ChannelSettings.class, MailboxSettings.class})
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
    void readsAMailboxOnlyIfThereIsOne() {
        runner.run(context -> assertThat(context).doesNotHaveBean(Postbox.class));
        runner.withPropertyValues("uplift.mail.inbound.host=imap.example.org", "uplift.mail.inbound.user=service")
                .run(context -> assertThat(context).hasSingleBean(Postbox.class));
    }

    @ParameterizedTest
    @CsvSource({
        "uplift.mail.inbound.host=imap.example.org, uplift.mail.inbound.user is missing; name the account",
        "uplift.mail.inbound.port=70000, uplift.mail.inbound.port is 70000; use 1 to 65535"
    })
    void refusesAMailboxThatCannotBeRead(String setting, String remedy) {
        runner.withPropertyValues(setting)
                .run(context -> assertThat(context)
                        .getFailure()
                        .satisfies(failure -> assertThat(stackTrace(failure)).contains(remedy)));
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

    @ParameterizedTest
    @ValueSource(strings = {"uplift.mail.domains.t-online.de.rate=2.5", "uplift.mail.domains[T-Online.de.rate]=2.5"})
    void readsTheRateOfARecipientDomain(String setting) {
        runner.withPropertyValues(setting)
                .run(context -> assertThat(
                                context.getBean(ChannelSettings.class).mail().domains())
                        .isEqualTo(Map.of("t-online.de", 2.5)));
    }

    @ParameterizedTest
    @CsvSource({
        "uplift.mail.domains.gmail.com.rate=0, use mails a second",
        "uplift.mail.domains.gmail.com.rate=-1, use mails a second",
        "uplift.mail.domains.gmail.com=5, such as uplift.mail.domains.gmail.com.rate",
        "uplift.mail.domains.gmail.rate=5, name a domain",
        "uplift.mail.domains.gmail.com.rate=many, uplift.mail.domains.gmail.com.rate"
    })
    void refusesARateThatCannotBeMeant(String setting, String remedy) {
        runner.withPropertyValues(setting)
                .run(context -> assertThat(context)
                        .getFailure()
                        .satisfies(failure -> assertThat(stackTrace(failure)).contains(remedy)));
    }

    private static String stackTrace(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
