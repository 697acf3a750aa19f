package dev.uplift.demo.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uplift.platform.TestDatabase;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTests {

    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");

    private Mails mails;
    private Inbox inbox;

    @BeforeEach
    void open() {
        mails = new Mails(TestDatabase.empty());
        inbox = new Inbox(mails, Clock.fixed(NOW, ZoneOffset.UTC), address -> !address.startsWith("gone"));
    }

    @AfterEach
    void close() {
        inbox.close();
    }

    @Test
    void keepsAMailWithTheTimeOfTheClock() throws MessagingException {
        send("anna@kunden.example", "Grüße aus Bremen");

        var kept = mails.after(0, 10);

        assertThat(kept).singleElement().satisfies(mail -> {
            assertThat(mail.at()).isEqualTo(NOW);
            assertThat(mail.recipient()).isEqualTo("anna@kunden.example");
            assertThat(mail.subject()).isEqualTo("Grüße aus Bremen");
            assertThat(mail.letter().text()).isEqualToIgnoringNewLines("Schöne Grüße");
        });
    }

    @Test
    void refusesMailToAMailboxThatDoesNotExist() {
        assertThatThrownBy(() -> send("gone@kunden.example", "Hallo"))
                .isInstanceOf(SendFailedException.class)
                .hasStackTraceContaining("550 5.1.1");

        assertThat(mails.after(0, 10)).isEmpty();
    }

    @Test
    void takesMailsOnSixteenConnectionsAtOnce() throws Exception {
        var senders = Executors.newFixedThreadPool(16);

        var work = IntStream.range(0, 160)
                .mapToObj(i -> (Callable<Void>) () -> {
                    send("customer" + i + "@kunden.example", "Mail " + i);
                    return null;
                })
                .toList();
        for (var done : senders.invokeAll(work)) {
            done.get();
        }
        senders.shutdown();

        assertThat(mails.after(0, 1_000))
                .extracting(Mail::recipient)
                .doesNotHaveDuplicates()
                .hasSize(160);
    }

    @Test
    void keepsOnlyTheNewestMails() throws MessagingException {
        for (var i = 1; i <= 5; i++) {
            send("anna@kunden.example", "Mail " + i);
        }

        mails.trim(2);

        assertThat(mails.after(0, 10)).extracting(Mail::subject).containsExactly("Mail 4", "Mail 5");
    }

    @Test
    void findsMailsByRecipientOrSubject() throws MessagingException {
        send("anna@kunden.example", "Ihre Rechnung 100%");
        send("bert@kunden.example", "Hallo");

        assertThat(mails.search("BERT", Long.MAX_VALUE, 10))
                .extracting(MailLine::subject)
                .containsExactly("Hallo");
        assertThat(mails.search("100%", Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(mails.search("%", Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(mails.search("", Long.MAX_VALUE, 1))
                .extracting(MailLine::subject)
                .containsExactly("Hallo");
    }

    @Test
    void knowsDeadMailboxesByTheirAddressAlone() {
        var dead = IntStream.range(0, 20_000)
                .filter(i -> !Mailboxes.exists("anna.weber." + i + "@" + Mailboxes.DOMAIN))
                .count();

        assertThat(dead).isBetween(240L, 360L);
        assertThat(List.of("ceo@company.example", "Anna@Kunden.example")).anyMatch(Mailboxes::exists);
    }

    private void send(String to, String subject) throws MessagingException {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(inbox.port()));
        var session = Session.getInstance(settings);
        var mail = new MimeMessage(session);
        mail.setFrom("service@nordwerk.example");
        mail.setSubject(subject, "UTF-8");
        mail.setText("Schöne Grüße", "UTF-8");
        mail.setRecipients(Message.RecipientType.TO, new Address[] {new InternetAddress(to)});
        jakarta.mail.Transport.send(mail);
    }
}
