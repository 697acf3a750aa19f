package dev.uplift.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.audience.ConsentSink.Declared;
import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ConsentsTests {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final JdbcClient jdbc = TestDatabase.empty();
    private final Consents consents = new Consents(jdbc);
    private CustomerId anna = new CustomerId(0);

    @BeforeEach
    void knowsAnna() {
        anna = new CustomerId(jdbc.sql("""
                        insert into audience.customer (
                            external_id, email, email_fp, locale, time_zone, country, created_at, updated_at)
                        values ('K-1', 'anna@example.com', '\\x01', 'de', 'Europe/Berlin', 'DE', '2026-01-01', '2026-01-01')
                        returning id""").query(Long.class).single());
    }

    @Test
    void needsAPermissionForAllButService() {
        assertThat(refusals(Medium.EMAIL))
                .isEqualTo(Map.of("service", "none", "marketing", "NO_CONSENT", "survey", "NO_CONSENT"));

        consents.record(List.of(yes(Purpose.SURVEY, NOW)));

        assertThat(refusals(Medium.EMAIL))
                .isEqualTo(Map.of("service", "none", "marketing", "NO_CONSENT", "survey", "none"));
    }

    @Test
    void writesToNobodyWithoutAnAddress() {
        assertThat(refusals(Medium.SMS))
                .isEqualTo(Map.of("service", "NO_ADDRESS", "marketing", "NO_ADDRESS", "survey", "NO_ADDRESS"));
    }

    @Test
    void heedsAnObjectionToServiceMessages() {
        consents.record(List.of(no(Purpose.SERVICE, NOW)));

        assertThat(refusals(Medium.EMAIL)).containsEntry("service", "OBJECTED");
    }

    @Test
    void heedsAWithdrawal() {
        consents.record(List.of(yes(Purpose.SURVEY, NOW), no(Purpose.SURVEY, NOW.plusSeconds(1))));

        assertThat(refusals(Medium.EMAIL)).containsEntry("survey", "NO_CONSENT");
    }

    @Test
    void writesToNoSuppressedAddressWhateverItsOwnerDeclared() {
        consents.record(List.of(yes(Purpose.SURVEY, NOW)));

        consents.suppress(Medium.EMAIL, new byte[] {1}, "BOUNCED", NOW);
        consents.suppress(Medium.EMAIL, new byte[] {1}, "COMPLAINED", NOW.plusSeconds(1));

        assertThat(refusals(Medium.EMAIL))
                .isEqualTo(Map.of("service", "SUPPRESSED", "marketing", "SUPPRESSED", "survey", "SUPPRESSED"));
        assertThat(jdbc.sql("select reason from consent.suppression")
                        .query(String.class)
                        .list())
                .containsExactly("BOUNCED");
    }

    @Test
    void letsTheNewestDeclarationStandInWhateverOrderTheyCome() {
        consents.record(List.of(no(Purpose.SURVEY, NOW)));

        consents.record(List.of(yes(Purpose.SURVEY, NOW.minus(Duration.ofDays(3)))));

        assertThat(refusals(Medium.EMAIL)).containsEntry("survey", "NO_CONSENT");
        assertThat(consents.of(anna)).extracting(Declaration::granted).containsExactly(false, true);
    }

    @Test
    void letsTheNoStandOfTwoDeclarationsAtOneInstant() {
        consents.record(List.of(no(Purpose.SURVEY, NOW), yes(Purpose.SURVEY, NOW)));
        consents.record(List.of(yes(Purpose.SURVEY, NOW)));

        assertThat(refusals(Medium.EMAIL)).containsEntry("survey", "NO_CONSENT");
    }

    @Test
    void neverUndoesAWithdrawalByAFileWithoutDates() {
        consents.declare(List.of(undated(true, NOW)));
        consents.record(List.of(no(Purpose.SURVEY, NOW.plusSeconds(60))));

        consents.declare(List.of(undated(true, NOW.plus(Duration.ofDays(1)))));

        assertThat(refusals(Medium.EMAIL)).containsEntry("survey", "NO_CONSENT");
        assertThat(consents.of(anna)).hasSize(2);
    }

    @Test
    void takesAWithdrawalFromAFileWithoutDatesOnce() {
        consents.record(List.of(yes(Purpose.SURVEY, NOW)));

        consents.declare(List.of(undated(false, NOW.plusSeconds(60))));
        consents.declare(List.of(undated(false, NOW.plusSeconds(120))));

        assertThat(refusals(Medium.EMAIL)).containsEntry("survey", "NO_CONSENT");
        assertThat(consents.of(anna)).hasSize(2);
    }

    @Test
    void keepsEveryDeclarationWithItsProof() {
        var declaration = yes(Purpose.MARKETING, NOW);

        consents.record(List.of(declaration));

        assertThat(consents.of(anna)).containsExactly(declaration);
        assertThat(consents.of(new CustomerId(-1))).isEmpty();
    }

    private Map<String, String> refusals(Medium channel) {
        return jdbc
                .sql(
                        "select purpose || ' ' || coalesce(refusal, 'none') from consent.reachable where channel = :channel")
                .param("channel", channel.key())
                .query(String.class)
                .list()
                .stream()
                .map(line -> line.split(" ", -1))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));
    }

    private Declaration yes(Purpose purpose, Instant at) {
        return new Declaration(anna, Medium.EMAIL, purpose, true, "consent", "form 12", at);
    }

    private Declaration no(Purpose purpose, Instant at) {
        return new Declaration(anna, Medium.EMAIL, purpose, false, "withdrawal", "unsubscribe page", at);
    }

    private Declared undated(boolean granted, Instant at) {
        return new Declared(anna, "email", "survey", granted, "consent", "customers.csv, line 2", at, false);
    }
}
