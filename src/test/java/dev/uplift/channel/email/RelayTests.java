package dev.uplift.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.channel.Departure;
import dev.uplift.channel.Relay;
import dev.uplift.channel.SendResult;
import dev.uplift.channel.SendResult.Accepted;
import dev.uplift.channel.SendResult.Deferred;
import dev.uplift.channel.SendResult.Unknown;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class RelayTests {

    /** Port 1: nobody listens there. */
    private static final int NOBODY = 1;

    private final ScriptedSmtp relay = new ScriptedSmtp();

    @AfterEach
    void close() throws IOException {
        relay.close();
    }

    @Test
    void keepsOneConnectionForManyMails() {
        try (var channel = Mails.channel(Mails.relay(relay.port()))) {
            var results = IntStream.range(0, 20)
                    .mapToObj(number -> channel.send(Mails.mail()))
                    .toList();

            assertThat(results).hasSize(20).hasOnlyElementsOfType(Accepted.class);
        }
        assertThat(relay.connections()).isEqualTo(1);
    }

    @Test
    void tellsTheRelayNothingOfAMailThatMustNotLeave() {
        try (var channel = Mails.channel(Mails.relay(relay.port()))) {
            var result = Departure.with(() -> false, () -> channel.send(Mails.mail()));

            assertThat(result).isInstanceOf(Deferred.class);
            assertThat(channel.send(Mails.mail())).isInstanceOf(Accepted.class);
        }
        assertThat(relay.mails()).hasSize(1);
    }

    @Test
    void opensAtMostAsManyConnectionsAsAllowedForSixteenThreads() throws InterruptedException {
        var four = new Relay("localhost", relay.port(), null, null, "none", 4, 0, List.of());
        var threads = Executors.newFixedThreadPool(16);

        try (var channel = Mails.channel(four)) {
            var work = IntStream.range(0, 400)
                    .<Callable<SendResult>>mapToObj(number -> () -> channel.send(Mails.mail()))
                    .toList();
            var results = threads.invokeAll(work);

            assertThat(results).allSatisfy(result -> assertThat(result.get()).isInstanceOf(Accepted.class));
        } finally {
            threads.shutdown();
        }
        assertThat(relay.mails()).hasSize(400);
        assertThat(relay.connections()).isBetween(1, 4);
    }

    @Test
    void takesAFreshConnectionWhenTheKeptOneWentStale() {
        var port = relay.port();
        try (var channel = Mails.channel(Mails.relay(port))) {
            relay.at("AFTER", ScriptedSmtp.CLOSE);
            channel.send(Mails.mail());
            relay.well();

            var result = channel.send(Mails.mail());

            assertThat(result).isInstanceOf(Accepted.class);
        }
        assertThat(relay.mails()).hasSize(2);
        assertThat(relay.connections()).isEqualTo(2);
    }

    @Test
    void goesOnAfterARejectedRecipientOnTheSameConnection() {
        try (var channel = Mails.channel(Mails.relay(relay.port()))) {
            relay.at("RCPT", "550 5.1.1 unknown");
            channel.send(Mails.mail());
            relay.well();

            var result = channel.send(Mails.mail());

            assertThat(result).isInstanceOf(Accepted.class);
        }
        assertThat(relay.connections()).isEqualTo(1);
    }

    @Test
    void asksTheNextRelayWhenTheFirstCannotBeReached() {
        try (var channel = Mails.channel(Mails.relay(NOBODY), Mails.relay(relay.port()))) {
            var result = channel.send(Mails.mail());

            assertThat(result).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void neverAsksAnotherRelayOnceTheOutcomeIsUnknown() throws IOException {
        try (var second = new ScriptedSmtp();
                var channel = Mails.channel(Mails.relay(relay.port()), Mails.relay(second.port()))) {
            relay.at("DOT", ScriptedSmtp.RESET);

            var result = channel.send(Mails.mail());

            assertThat(result).isInstanceOf(Unknown.class);
            assertThat(second.mails()).isEmpty();
        }
    }

    @Test
    void defersWhenNoRelayCanBeReached() {
        try (var channel = Mails.channel(Mails.relay(NOBODY))) {
            var result = channel.send(Mails.mail());

            assertThat(result).isInstanceOf(Deferred.class);
        }
    }

    @Test
    void leavesARelayAloneThatIsBusyButNotForADomainThatIs() {
        try (var channel = Mails.channel(Mails.relay(relay.port()))) {
            relay.at("RCPT", "421 4.7.0 slow down");
            IntStream.range(0, 20).forEach(number -> channel.send(Mails.mail()));
            assertThat(channel.lane()).isPresent();

            relay.well().at("MAIL", "421 4.3.2 shutting down");
            IntStream.range(0, 20).forEach(number -> channel.send(Mails.mail()));
            assertThat(channel.lane()).isEmpty();
        }
    }

    @Test
    void sendsNothingInPlainTextWhereEncryptionIsRequired() {
        var strict = new Relay("localhost", relay.port(), "user", "secret", "starttls", 8, 0, List.of());

        try (var channel = Mails.channel(strict)) {
            var result = channel.send(Mails.mail());

            assertThat(result).isInstanceOf(Deferred.class);
        }
        assertThat(relay.commands()).noneMatch(command -> command.startsWith("MAIL") || command.startsWith("AUTH"));
    }

    @Test
    void usesTheBuiltInInboxWhileNoRelayIsSet() {
        var beans = new StaticListableBeanFactory(Map.of("inbox", Mails.relay(relay.port())));

        try (var channel = Mails.channel(beans.getBeanProvider(Relay.class))) {
            var result = channel.send(Mails.mail());

            assertThat(result).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void prefersTheRelaysThatAreSet() throws IOException {
        try (var inbox = new ScriptedSmtp()) {
            var beans = new StaticListableBeanFactory(Map.of("inbox", Mails.relay(inbox.port())));
            try (var channel = Mails.channel(beans.getBeanProvider(Relay.class), Mails.relay(relay.port()))) {
                channel.send(Mails.mail());
            }
            assertThat(List.of(inbox.mails().size(), relay.mails().size())).containsExactly(0, 1);
        }
    }
}
