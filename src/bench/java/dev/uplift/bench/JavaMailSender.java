package dev.uplift.bench;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Collections;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Spring's JavaMailSenderImpl, one thread a connection; it opens one for each call, whether of one mail or of many. */
final class JavaMailSender implements Sender, Hands.Work {

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final Letter letter;
    private final Hands hands;
    private final int array;

    JavaMailSender(int port, int connections, Letter letter, Properties properties, int array) {
        this.letter = letter;
        this.array = array;
        this.hands = new Hands(Collections.nCopies(connections, this));
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.setDefaultEncoding("UTF-8");
        sender.getJavaMailProperties().putAll(properties);
    }

    @Override
    public void send(int messages) throws Exception {
        hands.share(messages, array);
    }

    @Override
    public void send(int from, int to) throws MessagingException {
        var mails = new MimeMessage[to - from];
        for (var number = from; number < to; number++) {
            mails[number - from] = mail(number);
        }
        sender.send(mails);
    }

    private MimeMessage mail(int number) throws MessagingException {
        var mail = sender.createMimeMessage();
        var helper = new MimeMessageHelper(mail, true);
        helper.setFrom(letter.from());
        helper.setTo(Letter.recipient(number));
        helper.setSubject(letter.subject());
        helper.setText(letter.text(), letter.html());
        mail.setHeader("List-Unsubscribe", letter.unsubscribe());
        mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return mail;
    }
}
