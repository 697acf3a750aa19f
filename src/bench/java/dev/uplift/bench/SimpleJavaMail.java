package dev.uplift.bench;

import java.util.Collections;
import java.util.Properties;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;

/** Simple Java Mail with its pool of connections, one thread a connection. */
final class SimpleJavaMail implements Sender, Hands.Work {

    private final Mailer mailer;
    private final Letter letter;
    private final Hands hands;

    SimpleJavaMail(int port, int connections, Letter letter, Properties properties) {
        this.letter = letter;
        this.hands = new Hands(Collections.nCopies(connections, this));
        this.mailer = MailerBuilder.withSMTPServer("127.0.0.1", port)
                .withTransportStrategy(TransportStrategy.SMTP)
                .withConnectionPoolCoreSize(connections)
                .withConnectionPoolMaxSize(connections)
                .withThreadPoolSize(connections)
                .withProperties(properties)
                .buildMailer();
    }

    @Override
    public void send(int messages) throws Exception {
        hands.share(messages, 1);
    }

    @Override
    public void send(int from, int to) {
        for (var number = from; number < to; number++) {
            mailer.sendMail(mail(number)).join();
        }
    }

    private Email mail(int number) {
        return EmailBuilder.startingBlank()
                .from(letter.from())
                .to(Letter.recipient(number))
                .withSubject(letter.subject())
                .withPlainText(letter.text())
                .withHTMLText(letter.html())
                .withHeader("List-Unsubscribe", letter.unsubscribe())
                .withHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .buildEmail();
    }
}
