package dev.uplift.channel.email;

import dev.uplift.channel.Incoming;
import dev.uplift.channel.MailboxSettings;
import dev.uplift.channel.Postbox;
import dev.uplift.platform.UpliftSettings;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Properties;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** An IMAP folder; what has been read goes to one beside it, so that the folder stays short and people find the rest. */
@Component
@ConditionalOnProperty("uplift.mail.inbound.host")
class ImapPostbox implements Postbox {

    private static final Logger log = LoggerFactory.getLogger(ImapPostbox.class);

    private static final int LARGEST = 1_000_000;
    private static final String DONE = "Uplift";
    private static final String ASIDE = "Uplift-aside";
    private static final String CONNECT_MILLIS = "10000";
    private static final String READ_MILLIS = "30000";

    private final MailboxSettings settings;
    private final Sorting sorting;

    ImapPostbox(MailboxSettings settings, UpliftSettings uplift) {
        this.settings = settings;
        this.sorting = new Sorting(uplift.company().domain());
    }

    @Override
    public void empty(int most, Predicate<Incoming> reader) {
        try (var store = session().getStore()) {
            store.connect(
                    settings.host(), settings.port() == 0 ? -1 : settings.port(), settings.user(), settings.password());
            read(store, most, reader);
        } catch (MessagingException e) {
            throw new IllegalStateException("The mailbox on " + settings.host() + " cannot be read", e);
        }
    }

    private void read(Store store, int most, Predicate<Incoming> reader) throws MessagingException {
        var done = beside(store, DONE);
        var aside = beside(store, ASIDE);
        // what is marked as deleted leaves when the folder is closed, whatever happened before
        try (var folder = store.getFolder(settings.folder())) {
            folder.open(Folder.READ_WRITE);
            for (var number = 1; number <= Math.min(most, folder.getMessageCount()); number++) {
                var message = (MimeMessage) folder.getMessage(number);
                if (!message.isSet(Flags.Flag.DELETED)) {
                    move(message, folder, reader.test(sorted(message, folder)) ? done : aside);
                }
            }
        }
    }

    /** A message that breaks the reader is no reason to read no other, unless it is the connection that broke. */
    private Incoming sorted(MimeMessage message, Folder folder) throws MessagingException {
        if (message.getSize() > LARGEST) {
            log.warn("A message of {} bytes that came in is put aside: it is too large", message.getSize());
            return new Incoming.Unreadable("too large");
        }
        try {
            return sorting.of(new MimeMessage(message));
        } catch (MessagingException | IOException | RuntimeException e) {
            if (!folder.isOpen()) {
                throw new MessagingException("The connection to the mailbox broke");
            }
            log.warn(
                    "A message of {} bytes that came in is put aside: it cannot be read ({})",
                    message.getSize(),
                    e.getClass().getSimpleName());
            return new Incoming.Unreadable("unreadable");
        }
    }

    private static void move(Message message, Folder from, Folder to) throws MessagingException {
        from.copyMessages(new Message[] {message}, to);
        message.setFlag(Flags.Flag.DELETED, true);
    }

    private static Folder beside(Store store, String name) throws MessagingException {
        var folder = store.getFolder(name);
        if (!folder.exists() && !folder.create(Folder.HOLDS_MESSAGES)) {
            throw new MessagingException("The folder " + name + " cannot be made");
        }
        return folder;
    }

    private Session session() {
        var protocol = settings.tls() ? "imaps" : "imap";
        var properties = new Properties();
        properties.setProperty("mail.store.protocol", protocol);
        properties.setProperty("mail." + protocol + ".connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail." + protocol + ".timeout", READ_MILLIS);
        properties.setProperty("mail." + protocol + ".writetimeout", READ_MILLIS);
        properties.setProperty("mail.imaps.ssl.checkserveridentity", "true");
        return Session.getInstance(properties);
    }
}
