package dev.uplift.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.uplift.channel.Relay;
import dev.uplift.channel.SendResult.Accepted;
import dev.uplift.channel.SendResult.Cause;
import dev.uplift.channel.SendResult.Deferred;
import dev.uplift.channel.SendResult.Rejected;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTests {

    private final GreenMail server = new GreenMail(setup(ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void writesTheHeadersThatReceiversAskFor() throws MessagingException {
        var mail = delivered("anna@example.org", "Ihr Abschlag: 112,00\u00a0€ – jetzt");

        assertThat(mail.getSubject()).isEqualTo("Ihr Abschlag: 112,00\u00a0€ – jetzt");
        assertThat(mail.getMessageID()).isEqualTo("<0b5a6600-1f6f-4b5a-9c3e-7a4fa3868f9e@nordwerk.example>");
        assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<https://uplift.nordwerk.example/u/abc>");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("List-Id")).containsExactly("<instalment-explained.nordwerk.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getSentDate()).isEqualTo(Instant.parse("2026-12-01T08:30:00Z"));
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("anna@example.org"));
        var from = (InternetAddress) mail.getFrom()[0];
        assertThat(from.getPersonal()).isEqualTo("Nordwerk Energie & Wärme");
        assertThat(from.getAddress()).isEqualTo("service@nordwerk.example");
    }

    @Test
    void carriesTextAndHtmlUnharmed() throws MessagingException, IOException {
        var mail = delivered("anna@example.org", "Hallo");

        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Grüße & mehr\r\n.\r\nzu");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<h1>Grüße & mehr</h1>\r\n.\r\n<p>zu</p>");
    }

    @Test
    void repeatsTheSameMessageIdOnASecondAttempt() throws MessagingException {
        var first = delivered("anna@example.org", "Hallo").getMessageID();
        var second = delivered("anna@example.org", "Hallo").getMessageID();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void writesToInternationalDomainsInAscii() throws MessagingException {
        var mail = delivered("anna@bücher.example", "Hallo");

        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("anna@xn--bcher-kva.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hi\r\nBcc: victim@example.org",
                "Hi\nBcc: victim@example.org",
                "Hi\rBcc: victim@example.org",
                "Hi\0there",
                "Hi\u2028there",
                "Hi\u0085there"
            })
    void refusesSubjectsThatWouldAddAHeader(String subject) {
        try (var channel = channel("none")) {
            var result = channel.send(Mails.mail("anna@example.org", subject));

            assertThat(result)
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            rejected -> assertThat(rejected.cause()).isEqualTo(Cause.MESSAGE));
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "anna@",
                "@example.org",
                "a@example.org, b@example.org",
                "a@example.org b@example.org",
                "a@example.org\r\nRCPT TO:<b@example.org>",
                "a@example.org\nBcc: b@example.org",
                "Anna <anna@example.org>",
                "friends: a@example.org, b@example.org;",
                "@relay.example:anna@example.org",
                "anna(comment)@example.org",
                "\"a b\"@example.org",
                "anna@[127.0.0.1]",
                "anna@exa mple.org",
                "anna@example..org",
                "anna..b@example.org",
                "änna@example.org",
                "a@b@example.org"
            })
    void refusesAnythingButExactlyOnePlainAddress(String address) {
        try (var channel = channel("none")) {
            var result = channel.send(Mails.mail(address, "Hallo"));

            assertThat(result).isInstanceOfSatisfying(Rejected.class, rejected -> {
                assertThat(rejected.cause()).isEqualTo(Cause.BAD_ADDRESS);
                assertThat(address.isEmpty() || !rejected.reply().contains(address))
                        .isTrue();
            });
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void refusesInjectionThroughLinksAndLists() {
        var link = "https://uplift.nordwerk.example/u/x>\r\nBcc: <victim@example.org";

        try (var channel = channel("none")) {
            var badLink = channel.send(Mails.outbound(Mails.SEND, "a@example.org", "Hallo", link, "list"));
            var oddList = channel.send(
                    Mails.outbound(Mails.SEND, "a@example.org", "Hallo", "https://x.example/u", "a\r\nBcc: b"));

            assertThat(badLink).isInstanceOf(Rejected.class);
            assertThat(oddList).isInstanceOf(Accepted.class);
        }
        assertThat(server.getReceivedMessages())
                .hasSize(1)
                .allSatisfy(mail -> assertThat(mail.getHeader("Bcc")).isNull());
    }

    @Test
    void sendsNothingToAServerItCannotTrust() {
        var secure = new GreenMail(setup(ServerSetup.PROTOCOL_SMTPS));
        secure.start();
        var relay = new Relay("localhost", secure.getSmtps().getPort(), null, null, "implicit", 2, 0, List.of());

        try (var channel = Mails.channel(relay)) {
            var result = channel.send(Mails.mail());

            assertThat(result).isInstanceOf(Deferred.class);
        } finally {
            secure.stop();
        }
        assertThat(secure.getReceivedMessages()).isEmpty();
    }

    private static ServerSetup setup(String protocol) {
        var setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(60_000);
        return setup;
    }

    private MimeMessage delivered(String address, String subject) {
        try (var channel = channel("none")) {
            var result = channel.send(Mails.mail(address, subject));
            assertThat(result).isInstanceOf(Accepted.class);
        }
        var all = server.getReceivedMessages();
        return all[all.length - 1];
    }

    private EmailChannel channel(String tls) {
        return Mails.channel(new Relay("localhost", server.getSmtp().getPort(), null, null, tls, 2, 0, List.of()));
    }
}
