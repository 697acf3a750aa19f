package dev.uplift.channel.email;

import dev.uplift.channel.Relay;
import java.time.Duration;
import java.util.Properties;

/** How a connection is set up; every timeout is set, since the library's own are infinite. */
record SmtpProperties(String from, String domain, Patience patience) {

    Properties of(Relay relay, KnownSocket socket) {
        var properties = new Properties();
        properties.put("mail.smtp.socketFactory", socket);
        set(properties, "socketFactory.fallback", "false");
        set(properties, "from", from);
        set(properties, "localhost", domain);
        set(properties, "connectiontimeout", millis(patience.connect()));
        set(properties, "timeout", millis(patience.command()));
        set(properties, "quitwait", "false");
        set(properties, "auth", String.valueOf(relay.user() != null));
        set(properties, "ssl.enable", String.valueOf(tls(relay, "implicit")));
        set(properties, "starttls.enable", String.valueOf(tls(relay, "starttls")));
        set(properties, "starttls.required", String.valueOf(tls(relay, "starttls")));
        set(properties, "ssl.checkserveridentity", "true");
        set(properties, "ssl.protocols", "TLSv1.3 TLSv1.2");
        return properties;
    }

    private static boolean tls(Relay relay, String kind) {
        return relay.tls().equals(kind);
    }

    private static void set(Properties properties, String name, String value) {
        properties.setProperty("mail.smtp." + name, value);
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
