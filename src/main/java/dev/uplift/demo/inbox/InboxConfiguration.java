package dev.uplift.demo.inbox;

import dev.uplift.channel.Relay;
import dev.uplift.demo.LocalOnly;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Starts the inbox, and offers it as the relay, while no other relay is set. */
@Configuration(proxyBeanMethods = false)
@Conditional(LocalOnly.class)
class InboxConfiguration {

    private static final int CONNECTIONS = 8;

    @Bean
    Inbox inbox(Mails mails, Clock clock) {
        return new Inbox(mails, clock, Mailboxes::exists);
    }

    @Bean
    Relay inboxRelay(Inbox inbox) {
        return new Relay("127.0.0.1", inbox.port(), null, null, "none", CONNECTIONS, 0, List.of());
    }
}
