package dev.uplift.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.channel.Outbound;
import dev.uplift.channel.SendResult;
import dev.uplift.channel.SendResult.Accepted;
import dev.uplift.channel.SendResult.Cause;
import dev.uplift.channel.SendResult.Deferred;
import dev.uplift.channel.SendResult.Rejected;
import dev.uplift.channel.SendResult.Unknown;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpVerdictTests {

    private final ScriptedSmtp relay = new ScriptedSmtp();

    @AfterEach
    void close() throws IOException {
        relay.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, hang",
        "GREETING, reset",
        "GREETING, close",
        "GREETING, 421 busy",
        "GREETING, 554 go away",
        "EHLO, hang",
        "EHLO, reset",
        "MAIL, hang",
        "MAIL, reset",
        "MAIL, close",
        "MAIL, 451 later",
        "MAIL, rubbish",
        "RCPT, hang",
        "RCPT, reset",
        "RCPT, close",
        "RCPT, 450 4.2.1 greylisted",
        "RCPT, 421 4.7.0 slow down",
        "RCPT, 25",
        "DATA, hang",
        "DATA, reset",
        "DATA, close",
        "DATA, 451 later",
        "DOT, 451 4.3.0 try again",
        "DOT, 421 4.3.2 shutting down"
    })
    void defersWhatWasProvablyNotTaken(String verb, String action) {
        relay.at(verb, action);

        var result = send(action.equals(ScriptedSmtp.HANG) ? Mails.HASTY : Mails.PATIENT);

        assertThat(result).isInstanceOf(Deferred.class);
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 421 4.7.0 slow down, true",
        "RCPT, 450 4.7.28 unusual rate, true",
        "DOT, 451 4.7.500 server busy, true",
        "DATA, 421 too much, true",
        "MAIL, 451 4.7.1 who are you, false",
        "RCPT, 451 4.7.1 greylisted, false",
        "RCPT, 450 Grey-listing in action, false",
        "RCPT, 450 4.2.1 later, false",
        "DOT, 451 4.3.0 try again, false"
    })
    void knowsWhetherTheWholeDomainIsSlow(String verb, String reply, boolean slow) {
        relay.at(verb, reply);

        var result = send(Mails.PATIENT);

        assertThat(result)
                .isInstanceOfSatisfying(
                        Deferred.class,
                        deferred -> assertThat(deferred.domainWide()).isEqualTo(slow));
    }

    @Test
    void defersAMailThatBrokeOffBeforeItsDot() {
        relay.at("BODY", ScriptedSmtp.RESET);

        var result = send(Mails.large(), Mails.PATIENT);

        assertThat(result).isInstanceOf(Deferred.class);
        assertThat(relay.mails()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such user, BAD_ADDRESS",
        "RCPT, 550 User unknown, BAD_ADDRESS",
        "RCPT, 553 5.1.3 bad address syntax, BAD_ADDRESS",
        "RCPT, 550 5.7.1 relaying denied, POLICY",
        "RCPT, 550 Your IP is blocked: unknown sender, POLICY",
        "RCPT, 550 5.1.8 sender domain does not exist, POLICY",
        "RCPT, 552 5.2.2 mailbox full, MESSAGE",
        "RCPT, 550 requested action not taken, MESSAGE",
        "MAIL, 550 5.1.1 who are you, MESSAGE",
        "MAIL, 553 sender not allowed, POLICY",
        "DATA, 554 5.5.1 no valid recipients, MESSAGE",
        "DOT, 550 5.7.26 unauthenticated mail, POLICY",
        "DOT, 550 5.7.515 Access denied, POLICY",
        "DOT, 552 5.3.4 message too big, MESSAGE",
        "DOT, 554 rejected as spam, POLICY"
    })
    void rejectsWithItsCause(String verb, String reply, Cause cause) {
        relay.at(verb, reply);

        var result = send(Mails.PATIENT);

        assertThat(result).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.cause()).isEqualTo(cause);
            assertThat(rejected.code()).startsWith(reply.substring(0, 3));
            assertThat(rejected.reply()).isEqualTo(reply);
        });
    }

    @ParameterizedTest
    @CsvSource({"DOT, hang", "DOT, reset", "DOT, close", "DOT, rubbish", "DOT, 25", "DOT, 354 what"})
    void cannotTellWhatBecameOfAMailAfterTheDot(String verb, String action) {
        relay.at(verb, action);

        var result = send(action.equals(ScriptedSmtp.HANG) ? Mails.HASTY_AFTER_THE_DOT : Mails.PATIENT);

        assertThat(result).isInstanceOf(Unknown.class);
        assertThat(relay.mails()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"reset", "close"})
    void acceptsWhatWasTakenWhateverHappensThen(String action) {
        relay.at("AFTER", action);

        var result = send(Mails.PATIENT);

        assertThat(result).isEqualTo(new Accepted("localhost", "4F2a", "250 2.0.0 Ok: queued as 4F2a"));
    }

    @Test
    void takesAnUnusualTwoHundredAfterTheDotForAccepted() {
        relay.at("DOT", "251 fine");

        SendResult result = send(Mails.PATIENT);

        assertThat(result).isInstanceOf(Accepted.class);
    }

    @Test
    void readsAReplyOfSeveralLines() {
        relay.at("RCPT", "550-5.1.1 The account\r\n550 5.1.1 does not exist");

        var result = send(Mails.PATIENT);

        assertThat(result).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.code()).isEqualTo("550 5.1.1");
            assertThat(rejected.reply()).doesNotContain("\n");
        });
    }

    private SendResult send(Patience patience) {
        return send(Mails.mail(), patience);
    }

    private SendResult send(Outbound mail, Patience patience) {
        try (var channel = Mails.channel(patience, Mails.relay(relay.port()))) {
            return channel.send(mail);
        }
    }
}
