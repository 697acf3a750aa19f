package dev.uplift.channel;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The IMAP account in which bounces, complaints and replies arrive; off until there is a host.
 *
 * @param port 0 for the usual one: 993 with TLS, 143 without
 * @param tls whether the connection is encrypted from the start
 * @param folder where new messages arrive; beside it {@code Uplift} gets those that are done, {@code Uplift-aside} the rest
 */
@ConfigurationProperties("uplift.mail.inbound")
public record MailboxSettings(
        @Nullable String host,
        @DefaultValue("0") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("true") boolean tls,
        @DefaultValue("INBOX") String folder) {

    public MailboxSettings {
        if (host != null && user.isBlank()) {
            throw new IllegalArgumentException(
                    "uplift.mail.inbound.user is missing; name the account on " + host + " that gets our mail.");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "uplift.mail.inbound.port is " + port + "; use 1 to 65535, or leave it out for the usual one.");
        }
    }
}
