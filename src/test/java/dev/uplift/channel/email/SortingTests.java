package dev.uplift.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uplift.channel.Incoming;
import dev.uplift.channel.Statement.Fault;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What mail that comes in is about. */
class SortingTests {

    private static final Sorting SORTING = new Sorting("nordwerk.example");

    private static final String HEAD = """
            From: Anna <anna@kunden.example>
            To: service@nordwerk.example
            Message-ID: <1@kunden.example>
            """;

    @ParameterizedTest
    @CsvSource({
        "failed, 5.1.1, BOUNCED, 5.1.1, BAD_ADDRESS",
        "failed, 5.1.8, BOUNCED, 5.1.8,",
        "failed, 5.2.2, BOUNCED, 5.2.2,",
        "failed, 5.7.1, BOUNCED, 5.7.1,",
        "Failed, 4.4.7 (expired), BOUNCED, 4.4.7,",
        "failed, unknown, BOUNCED, ,"
    })
    void readsWhyAMailDidNotArrive(String action, String status, String state, String code, Fault fault)
            throws MessagingException, IOException {
        assertThat(sorted(Bounces.report(action, status, "https://uplift.example/u/token-1")))
                .isEqualTo(
                        new Incoming.Report("<bounce@mx.example>", state, code, fault, java.util.List.of("token-1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delayed", "delivered", "relayed", "expanded"})
    void leavesAloneWhatIsOnlyLateOrArrived(String action) throws MessagingException, IOException {
        assertThat(sorted(Bounces.report(action, "4.4.1", "https://uplift.example/u/token-1")))
                .isEqualTo(new Incoming.Noise("<bounce@mx.example>"));
    }

    @Test
    void readsAComplaint() throws MessagingException, IOException {
        assertThat(sorted(Bounces.complaint("https://uplift.example/u/token-1")))
                .isEqualTo(new Incoming.Report(
                        "<arf@isp.example>", "COMPLAINED", null, Fault.OPTED_OUT, java.util.List.of("token-1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated; type=x",
                "X-Autoreply: yes",
                "Precedence: auto_reply",
                "Precedence: bulk",
                "Return-Path: <>"
            })
    void leavesMachinesAlone(String header) throws MessagingException, IOException {
        assertThat(sorted(HEAD + header + "\n\nI am away.\n")).isEqualTo(new Incoming.Noise("<1@kunden.example>"));
    }

    @Test
    void readsWhatACustomerAnswersToWhich() throws MessagingException, IOException {
        var letter = (Incoming.Letter) sorted(HEAD + """
                Auto-Submitted: no
                In-Reply-To: <0b5a6600-1f6f-4b5a-9c3e-7a4fa3868f9e@nordwerk.example>
                References: <1b5a6600-1f6f-4b5a-9c3e-7a4fa3868f9e@nordwerk.example> <x@y.example>
                 <2b5a6600-1f6f-4b5a-9c3e-7a4fa3868f9e@elsewhere.example>
                Content-Type: text/plain; charset=UTF-8

                Bitte rufen Sie mich an.

                Am Di., 1. Dez. 2026 um 09:30 schrieb Nordwerk <service@nordwerk.example>:
                > Ihr Abschlag
                """);

        assertThat(letter.from()).isEqualTo("anna@kunden.example");
        assertThat(letter.text()).isEqualTo("Bitte rufen Sie mich an.");
        assertThat(letter.about())
                .extracting(send -> send.value().toString())
                .containsExactly("0b5a6600-1f6f-4b5a-9c3e-7a4fa3868f9e", "1b5a6600-1f6f-4b5a-9c3e-7a4fa3868f9e");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks\n\n-----Original Message-----\nYour instalment",
                "Thanks\n\nOn Tue, 1 Dec 2026 at 09:30, Nordwerk <a@b.example> wrote:\n> Your instalment",
                "Thanks\n\nVon: Nordwerk\nGesendet: Dienstag\nAn: Anna\n",
                "Thanks\n> Your instalment",
                "Thanks\n-- \nAnna"
            })
    void leavesOutWhatIsQuoted(String text) throws MessagingException, IOException {
        assertThat(((Incoming.Letter) sorted(HEAD + "\n" + text)).text()).isEqualTo("Thanks");
    }

    @Test
    void readsMailThatIsOnlyHtmlAndNoAttachment() throws MessagingException, IOException {
        var letter = (Incoming.Letter) sorted(HEAD + """
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain
                Content-Disposition: attachment; filename=secret.txt

                secret
                --b
                Content-Type: text/html; charset=no-such-set

                <p>Call me <b>back</b></p><script>alert(1)</script>
                --b--
                """);

        assertThat(letter.text()).isEqualTo("Call me back");
    }

    @Test
    void keepsAtMostTwoThousandCharacters() throws MessagingException, IOException {
        assertThat(((Incoming.Letter) sorted(HEAD + "\n" + "a".repeat(5000))).text())
                .hasSize(2000);
    }

    @Test
    void knowsAMessageWithoutIdAgain() throws MessagingException, IOException {
        var text = HEAD.replace("Message-ID: <1@kunden.example>\n", "") + "\nHello\n";

        assertThat(sorted(text).key()).isEqualTo(sorted(text).key()).startsWith("sha256:");
    }

    @Test
    void refusesALetterWithoutASender() {
        assertThatThrownBy(() -> sorted("To: a@b.example\n\nHello\n")).isInstanceOf(MessagingException.class);
    }

    private static Incoming sorted(String text) throws MessagingException, IOException {
        var bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return SORTING.of(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
    }
}
