package dev.uplift.delivery;

import static dev.uplift.delivery.LedgerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uplift.channel.Outbound;
import dev.uplift.consent.TestConsents;
import dev.uplift.message.Body;
import dev.uplift.message.Message;
import dev.uplift.message.Renderer;
import dev.uplift.message.Templates;
import dev.uplift.platform.Content;
import dev.uplift.platform.Medium;
import dev.uplift.platform.PublicUrl;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.SendId;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.TestSecrets;
import dev.uplift.platform.UpliftSettings;
import dev.uplift.survey.Surveys;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class CourierTests {

    /** Port 1: no database listens there. */
    private static final JdbcClient NOWHERE =
            JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none"));

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final UpliftSettings SETTINGS = TestSecrets.settingsOfTheDefaultCompany();

    private final LedgerFixture ledger = new LedgerFixture();
    private final Worker worker = new Worker(TestDatabase.source());
    private final Gatekeeper brokenGate = new Gatekeeper(NOWHERE, ledger.few, ledger.pacer);

    @AfterEach
    void end() {
        worker.destroy();
    }

    @Test
    void freesItsClaimWhenTheRecipientsCannotBeRead() {
        var claimed = claimed();

        assertThatThrownBy(() -> courier(NOWHERE, ledger.gate).compose(claimed))
                .isInstanceOf(DataAccessException.class);

        assertThatTheSendIsFree();
    }

    @Test
    void freesItsClaimWhenAFailureCannotBeWrittenDown() {
        var claimed = claimed();
        var failed =
                new Composed(claimed, Map.of(), Map.of(claimed.sends().get(0).id(), "no such template"));

        assertThatThrownBy(() -> courier(ledger.jdbc, brokenGate).handOver(failed))
                .isInstanceOf(DataAccessException.class);

        assertThatTheSendIsFree();
    }

    @Test
    void freesItsClaimWhenItCannotBePutBack() {
        var claimed = claimed();
        var send = claimed.sends().get(0).id();
        var composed = new Composed(claimed, Map.of(send, mail(send)), Map.of());

        assertThatThrownBy(() -> courier(ledger.jdbc, brokenGate).handOver(composed))
                .isInstanceOf(DataAccessException.class);

        assertThatTheSendIsFree();
    }

    @Test
    void keepsTheClaimOfAWorkerThatGoesOn() {
        courier(ledger.jdbc, ledger.gate).compose(claimed());

        ledger.reaper.settle(NOW);

        assertThat(ledger.claim(NOW, 10)).isEmpty();
    }

    /** PostgreSQL takes a moment to notice that a session is gone. */
    private void assertThatTheSendIsFree() {
        var free = ledger.claim(NOW, 10);
        for (var look = 0; look < 200 && free.isEmpty(); look++) {
            LockSupport.parkNanos(20_000_000);
            ledger.reaper.settle(NOW);
            free = ledger.claim(NOW, 10);
        }
        assertThat(free).hasSize(1);
    }

    private Claimed claimed() {
        ledger.planned(ledger.customer("anna"), 1, "message", "service");
        var by = worker.id();
        var stream = ledger.claims.due(NOW).get(0);
        return new Claimed(Optional.of(stream), by, ledger.claims.claim(stream, Place.START, by, NOW, 10));
    }

    private Courier courier(JdbcClient readingFrom, Gatekeeper gate) {
        var composer = new Composer(
                new Recipients(readingFrom, ledger.few),
                new Happenings(ledger.jdbc, ledger.few),
                new Invitations(
                        new Surveys(ledger.jdbc, new Content(SETTINGS), TestSecrets.secrets(), SETTINGS), SETTINGS),
                new Renderer(new Templates(Path.of("templates"), SETTINGS.company()), SETTINGS),
                new UnsubscribeTokens(TestSecrets.secrets()),
                publicUrl(),
                new DirectBook(ledger.jdbc));
        var outcomes = new Outcomes(
                ledger.settlement,
                new BadAddresses(TestSecrets.secrets(), TestConsents.in(ledger.jdbc), ledger.detours),
                new PolicyStop(ledger.campaigns),
                ledger.paces);
        return new Courier(
                ledger.claims,
                new Suspects(ledger.jdbc, composer, gate),
                gate,
                ledger.pacer,
                worker,
                new Custody(gate, worker, outcomes, CLOCK),
                outcomes,
                List.of(new Idle(Optional.empty())),
                CLOCK);
    }

    private static Outbound mail(SendId send) {
        var message = new Message(Medium.EMAIL, "Hello", Body.of("<p>Hello</p>"), "Hello", "en", "hash");
        return new Outbound(send, 1, "anna@kunden.example", message, Purpose.SERVICE, "http://localhost/u/x", "bills");
    }

    static PublicUrl publicUrl() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(UpliftSettings.class, () -> SETTINGS);
            context.register(PublicUrl.class);
            context.refresh();
            return context.getBean(PublicUrl.class);
        }
    }
}
