package dev.uplift.demo.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One mail transaction of an SMTP connection. */
final class Delivery implements MessageHandler {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final Post post;
    private final Clock clock;
    private final Predicate<String> exists;
    private final List<String> recipients = new ArrayList<>();

    Delivery(Post post, Clock clock, Predicate<String> exists) {
        this.post = post;
        this.clock = clock;
        this.exists = exists;
    }

    @Override
    public void from(String sender) {}

    @Override
    public void recipient(String recipient) throws RejectException {
        if (!exists.test(recipient)) {
            throw new RejectException(550, "5.1.1 No such mailbox here");
        }
        recipients.add(recipient);
    }

    @Override
    public String data(InputStream data) throws IOException, RejectException {
        var raw = new String(data.readAllBytes(), StandardCharsets.ISO_8859_1);
        var at = clock.instant();
        var subject = Letter.subject(raw);
        try {
            post.deliver(recipients.stream()
                    .map(recipient -> new NewMail(at, recipient, subject, raw))
                    .toList());
        } catch (CompletionException e) {
            log.warn("The inbox could not store a mail", e);
            throw new RejectException(451, "4.3.0 Could not be stored, try again later");
        }
        return "2.6.0 Kept in the inbox";
    }

    @Override
    public void done() {}
}
