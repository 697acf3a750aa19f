package dev.uplift.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.UpliftSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class FirstAdministratorTests {

    private final JdbcClient jdbc = TestDatabase.empty();
    private final Clock clock = Clock.fixed(Instant.parse("2026-12-01T08:00:00Z"), ZoneOffset.UTC);
    private final Accounts accounts = new Accounts(jdbc);
    private final ApiKeys keys = new ApiKeys(jdbc);
    private final AuditLog audit = new AuditLog(jdbc, new JdbcTransactionManager(TestDatabase.source()), clock);

    @Test
    void makesUpSecretsAtTheVeryFirstStart() {
        var first = start(null, null);

        assertThat(first.generatedPassword())
                .hasValueSatisfying(password -> assertThat(opensWith(password)).isTrue());
        assertThat(first.generatedKey())
                .hasValueSatisfying(key -> assertThat(keys.actor(key)).contains(new Actor("bootstrap", Role.ADMIN)));
    }

    @Test
    void tellsSecretsOnlyOnce() {
        start(null, null);

        var second = start(null, null);

        assertThat(second.generatedPassword()).isEmpty();
        assertThat(second.generatedKey()).isEmpty();
    }

    @Test
    void takesSecretsFromTheSettings() {
        var first = start("correct horse", "key-of-a-program");

        assertThat(first.generatedPassword()).isEmpty();
        assertThat(first.generatedKey()).isEmpty();
        assertThat(opensWith("correct horse")).isTrue();
        assertThat(keys.actor("key-of-a-program")).isPresent();
    }

    @Test
    void changesSecretsWhenTheSettingsDo() {
        start("old password", "old-key");

        start("new password", "new-key");

        assertThat(opensWith("old password")).isFalse();
        assertThat(opensWith("new password")).isTrue();
        assertThat(keys.actor("old-key")).isEmpty();
        assertThat(keys.actor("new-key")).isPresent();
    }

    @Test
    void takesAnEmptySettingForNone() {
        start("password", "key");

        start("", "");

        assertThat(opensWith("password")).isTrue();
        assertThat(keys.actor("key")).isPresent();
        assertThat(keys.actor("")).isEmpty();
    }

    @Test
    void auditsChangesButNotRestarts() {
        start("password", "key");
        start("password", "key");
        start("other", "key");

        assertThat(jdbc.sql("select action from identity.audit order by id")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("account.add", "api-key.replace", "account.change-password"));
    }

    @Test
    void storesNoSecret() {
        start("correct horse", "key-of-a-program");

        var stored = jdbc.sql("select a::text || k::text from identity.account a, identity.api_key k")
                .query(String.class)
                .single();

        assertThat(stored).contains("$argon2id$").doesNotContain("correct horse", "key-of-a-program");
    }

    private FirstAdministrator start(@Nullable String password, @Nullable String key) {
        var company = new UpliftSettings.Company(
                "Nordwerk", "nordwerk.example", "Bremen", "service@nordwerk.example", List.of("de"), "UTC", "DE");
        var settings = new UpliftSettings(Path.of("target"), Path.of("."), null, null, key, password, company);
        var first = new FirstAdministrator(accounts, keys, audit, settings, clock);
        first.afterPropertiesSet();
        return first;
    }

    private boolean opensWith(String password) {
        return accounts.find(FirstAdministrator.NAME)
                .filter(account -> accounts.encoder().matches(password, account.passwordHash()))
                .isPresent();
    }
}
