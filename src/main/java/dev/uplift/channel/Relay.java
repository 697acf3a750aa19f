package dev.uplift.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An SMTP server that takes our mail.
 *
 * @param tls {@code none}, {@code starttls} (required, no fallback to plain text) or {@code implicit}
 * @param connections how many connections to keep open at most
 * @param rate most mails in any second, or 0 for no limit
 * @param warmUp most mails on its first, second, … day of use, so that receivers get to know it; empty for no limit
 */
public record Relay(
        String host,
        @DefaultValue("25") int port,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("none") String tls,
        @DefaultValue("8") int connections,
        @DefaultValue("0") double rate,
        @DefaultValue List<Integer> warmUp) {}
