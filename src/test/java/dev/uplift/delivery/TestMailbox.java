package dev.uplift.delivery;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.uplift.channel.MailboxSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Our account on a real IMAP server. */
final class TestMailbox {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final GreenMailUser account;

    TestMailbox() {
        server.start();
        account = server.setUser("service@nordwerk.example", "service", "secret");
    }

    MailboxSettings settings() {
        return new MailboxSettings("127.0.0.1", server.getImap().getPort(), "service", "secret", false, "INBOX");
    }

    void arrives(String text) throws MessagingException {
        var bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        account.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
    }

    /** How many messages are in a folder. */
    int in(String folder) throws MessagingException {
        var properties = new Properties();
        properties.setProperty("mail.store.protocol", "imap");
        try (var store = Session.getInstance(properties).getStore()) {
            store.connect("127.0.0.1", server.getImap().getPort(), "service", "secret");
            return store.getFolder(folder).getMessageCount();
        }
    }

    void stop() {
        server.stop();
    }
}
