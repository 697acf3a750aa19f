package dev.uplift.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uplift.identity.AccountSettings.Person;
import dev.uplift.platform.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class ConfiguredAccountsTests {

    private static final Person ANNA = new Person(Role.MARKETER, "correct horse", "Anna Brandt");

    private final JdbcClient jdbc = TestDatabase.empty();
    private final Clock clock = Clock.fixed(Instant.parse("2026-12-01T08:00:00Z"), ZoneOffset.UTC);
    private final Accounts accounts = new Accounts(jdbc);
    private final AuditLog audit = new AuditLog(jdbc, new JdbcTransactionManager(TestDatabase.source()), clock);

    @Test
    void letsPeopleInWithTheirRole() {
        start(Map.of("anna", ANNA, "bert", new Person(Role.AGENT, "battery staple", null)));

        assertThat(accounts.find("anna")).hasValueSatisfying(anna -> {
            assertThat(anna.actor()).isEqualTo(new Actor("anna", Role.MARKETER));
            assertThat(accounts.encoder().matches("correct horse", anna.passwordHash()))
                    .isTrue();
        });
        assertThat(accounts.find("bert")).map(Account::displayName).hasValue("bert");
    }

    @Test
    void changesNothingAtARestart() {
        start(Map.of("anna", ANNA));
        var before = accounts.find("anna");

        start(Map.of("anna", ANNA));

        assertThat(accounts.find("anna")).isEqualTo(before);
        assertThat(actions()).isEqualTo(1);
    }

    @Test
    void takesAccessAwayFromWhomTheSettingsNoLongerName() {
        accounts.add(new Account("admin", "Administrator", Role.ADMIN, "hash"), clock.instant());
        start(Map.of("anna", ANNA));

        start(Map.of());

        assertThat(accounts.names()).containsExactly("admin");
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() -> new AccountSettings(Map.of("anna", new Person(null, "secret", null))))
                .hasMessageContaining("uplift.accounts.anna.role is missing")
                .hasMessageContaining("marketer");
        assertThatThrownBy(() -> new AccountSettings(Map.of("anna", new Person(Role.AGENT, " ", null))))
                .hasMessageContaining("uplift.accounts.anna.password is missing");
        assertThatThrownBy(() -> new AccountSettings(Map.of("admin", ANNA)))
                .hasMessageContaining("uplift.admin-password");
    }

    private void start(Map<String, Person> people) {
        new ConfiguredAccounts(accounts, audit, new AccountSettings(people), clock).afterPropertiesSet();
    }

    private int actions() {
        return jdbc.sql("select count(*) from identity.audit")
                .query(Integer.class)
                .single();
    }
}
