package dev.uplift.delivery;

import static dev.uplift.delivery.LedgerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uplift.channel.Postbox;
import dev.uplift.channel.email.Bounces;
import dev.uplift.channel.email.Postboxes;
import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Medium;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.TestSecrets;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Mail that comes back to a real IMAP server. */
class MailroomTests {

    private final TestMailbox mailbox = new TestMailbox();
    private final LedgerFixture ledger = new LedgerFixture();
    private final UnsubscribeTokens tokens = new UnsubscribeTokens(TestSecrets.secrets());
    private final List<String> heard = new ArrayList<>();

    @AfterEach
    void stop() {
        mailbox.stop();
    }

    @Test
    void settlesASendByABounceOnce() throws MessagingException {
        var send = ledger.tried("anna", "service", "email", "ACCEPTED", 1);
        mailbox.arrives(Bounces.report("failed", "5.1.1", optOut(tokens.of(send))));
        mailbox.arrives(Bounces.report("failed", "5.1.1", optOut(tokens.of(send))));

        mailroom().fetch(NOW);
        ledger.receipts.apply(NOW);

        assertThat(ledger.state(send)).isEqualTo("BOUNCED");
        assertThat(ledger.value(send, "reason")).isEqualTo("BAD_ADDRESS");
        assertThat(count("delivery.receipt")).isEqualTo(1);
        assertThat(count("consent.suppression")).isEqualTo(1);
        assertThat(mailbox.in("INBOX")).isZero();
        assertThat(mailbox.in("Uplift")).isEqualTo(2);
    }

    @Test
    void believesAComplaintAboutAMailOfOurs() throws MessagingException {
        var send = ledger.tried("anna", "service", "email", "DELIVERED", 1);
        mailbox.arrives(Bounces.complaint(optOut(tokens.of(send))));

        mailroom().fetch(NOW);
        ledger.receipts.apply(NOW);

        assertThat(ledger.state(send)).isEqualTo("COMPLAINED");
        assertThat(count("consent.suppression")).isEqualTo(1);
    }

    @Test
    void believesNoForgedReport() throws MessagingException {
        var send = ledger.tried("anna", "service", "email", "ACCEPTED", 1);
        var token = tokens.of(send);
        var last = token.charAt(token.length() - 2) == 'A' ? 'B' : 'A';
        var forged = token.substring(0, token.length() - 2) + last + token.charAt(token.length() - 1);
        mailbox.arrives(Bounces.report("failed", "5.1.1", optOut(forged)));
        mailbox.arrives(Bounces.complaint("https://uplift.example/p/" + token).replace("arf@", "arf2@"));

        mailroom().fetch(NOW);
        ledger.receipts.apply(NOW);

        assertThat(ledger.state(send)).isEqualTo("ACCEPTED");
        assertThat(count("delivery.receipt")).isZero();
        assertThat(mailbox.in("Uplift-aside")).isEqualTo(2);
    }

    @Test
    void handsOnWhatACustomerWroteOnce() throws MessagingException {
        var send = ledger.tried("anna", "service", "email", "ACCEPTED", 1);
        var letter = "From: other@kunden.example\nMessage-ID: <l1@kunden.example>\nIn-Reply-To: <" + send.value()
                + "@nordwerk.example>\n\nPlease call me\n";
        mailbox.arrives(letter);
        var mailroom = mailroom();
        mailroom.fetch(NOW);
        mailbox.arrives(letter);
        mailroom.fetch(NOW);

        letters().hand(NOW);
        letters().hand(NOW);

        var customer = ledger.value(send, "customer_id");
        assertThat(heard).containsExactly(customer + " EMAIL Please call me <l1@kunden.example>");
        assertThat(ledger.jdbc
                        .sql("select text from delivery.letter")
                        .query(String.class)
                        .list())
                .containsExactly("");
    }

    @Test
    void knowsWhoWritesByAnAddressThatOnlyOneCustomerHas() throws MessagingException {
        var anna = known("anna", "Anna@kunden.example");
        known("ben", "family@kunden.example");
        known("carl", "family@kunden.example");
        mailbox.arrives("From: ANNA@kunden.example\nMessage-ID: <l1@kunden.example>\n\nHello\n");
        mailbox.arrives("From: family@kunden.example\nMessage-ID: <l2@kunden.example>\n\nHello\n");
        mailbox.arrives("From: nobody@kunden.example\nMessage-ID: <l3@kunden.example>\n\nHello\n");

        mailroom().fetch(NOW);
        letters().hand(NOW);

        assertThat(heard).containsExactly(anna + " EMAIL Hello <l1@kunden.example>");
        assertThat(mailbox.in("Uplift-aside")).isEqualTo(2);
    }

    @Test
    void putsAsideWhatCannotBeReadAndGoesOn() throws MessagingException {
        var anna = known("anna", "anna@kunden.example");
        mailbox.arrives("Subject: no sender\nMessage-ID: <l0@kunden.example>\n\nHello\n");
        mailbox.arrives("From: anna@kunden.example\nContent-Type: multipart/report; boundary=\n\n--\n--x\n\n");
        mailbox.arrives(
                "From: anna@kunden.example\nMessage-ID: <l1@kunden.example>\n\n" + "a".repeat(1_100_000) + "\n");
        mailbox.arrives(
                "From: anna@kunden.example\nMessage-ID: <l2@kunden.example>\nAuto-Submitted: auto-replied\n\nAway\n");
        mailbox.arrives("From: anna@kunden.example\nMessage-ID: <l3@kunden.example>\n\nHello\n");

        mailroom().fetch(NOW);
        letters().hand(NOW);

        assertThat(heard).contains(anna + " EMAIL Hello <l3@kunden.example>").noneMatch(line -> line.contains("Away"));
        assertThat(mailbox.in("INBOX")).isZero();
    }

    @Test
    void leavesInTheMailboxWhatCouldNotBeStored() throws MessagingException {
        known("anna", "anna@kunden.example");
        mailbox.arrives("From: anna@kunden.example\nMessage-ID: <l1@kunden.example>\n\nHello\n");
        ledger.jdbc.sql("alter table delivery.letter rename to letter_gone").update();
        try {
            assertThatThrownBy(() -> mailroom().fetch(NOW)).isInstanceOf(RuntimeException.class);
        } finally {
            ledger.jdbc.sql("alter table delivery.letter_gone rename to letter").update();
        }
        assertThat(mailbox.in("INBOX")).isEqualTo(1);

        mailroom().fetch(NOW);

        assertThat(mailbox.in("INBOX")).isZero();
        assertThat(count("delivery.letter")).isEqualTo(1);
    }

    @Test
    void readsNothingWhileAnotherNodeReads() throws MessagingException {
        known("anna", "anna@kunden.example");
        mailbox.arrives("From: anna@kunden.example\nMessage-ID: <l1@kunden.example>\n\nHello\n");

        ledger.transaction.executeWithoutResult(status -> {
            ledger.jdbc
                    .sql("select pg_advisory_xact_lock(hashtextextended('delivery.mailroom', 0))")
                    .query(rows -> {});
            var other = new Thread(() -> mailroom().fetch(NOW));
            other.start();
            join(other);
        });

        assertThat(mailbox.in("INBOX")).isEqualTo(1);
    }

    private static void join(Thread other) {
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Mailroom mailroom() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("postbox", Postboxes.imap(mailbox.settings()));
        return new Mailroom(
                ledger.jdbc,
                beans.getBeanProvider(Postbox.class),
                tokens,
                ledger.receipts,
                letters(),
                new DataSourceTransactionManager(TestDatabase.source()));
    }

    private InboundLetters letters() {
        return new InboundLetters(ledger.jdbc, ledger.transaction, TestSecrets.secrets(), this::hear);
    }

    private boolean hear(CustomerId customer, Medium channel, String text, String key, Instant now) {
        return heard.add(customer.value() + " " + channel + " " + text + " " + key);
    }

    private long known(String name, String address) {
        var customer = ledger.customer(name);
        ledger.jdbc
                .sql("update audience.customer set email = :address, email_fp = :fingerprint where id = :id")
                .param("address", address)
                .param(
                        "fingerprint",
                        TestSecrets.secrets().fingerprint(Medium.EMAIL, address.toLowerCase(java.util.Locale.ROOT)))
                .param("id", customer)
                .update();
        return customer;
    }

    private static String optOut(String token) {
        return "https://uplift.example/u/" + token;
    }

    private long count(String table) {
        return ledger.jdbc
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
