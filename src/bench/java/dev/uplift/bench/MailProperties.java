package dev.uplift.bench;

import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.util.MailStreamProvider;

/**
 * What somebody who cares about speed tells Jakarta Mail: no waiting for acknowledgements, no look-up of the own name, and
 * which provider of streams there is, since else it searches the whole class path for each part of each mail.
 */
final class MailProperties {

    private MailProperties() {}

    static void ofSystem() {
        System.setProperty("jakarta.mail.util.StreamProvider", MailStreamProvider.class.getName());
    }

    static Properties of(Letter letter) {
        var properties = new Properties();
        properties.put("mail.smtp.socketFactory", new SwiftSockets());
        properties.putAll(Map.of(
                "mail.from", letter.from().getAddress(),
                "mail.smtp.localhost", "nordwerk.example",
                "mail.smtp.quitwait", "false",
                "mail.smtp.connectiontimeout", "10000",
                "mail.smtp.timeout", "60000"));
        return properties;
    }
}
