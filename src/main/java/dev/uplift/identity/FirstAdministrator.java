package dev.uplift.identity;

import dev.uplift.platform.Secrets;
import dev.uplift.platform.UpliftSettings;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Lets the first person and the first program in: with what the settings say, or else with generated secrets. */
@Component
class FirstAdministrator implements InitializingBean {

    static final String NAME = "admin";

    private static final Actor PROGRAM = new Actor("bootstrap", Role.ADMIN);

    private final Accounts accounts;
    private final ApiKeys keys;
    private final AuditLog audit;
    private final UpliftSettings settings;
    private final Clock clock;

    private Optional<String> generatedPassword = Optional.empty();
    private Optional<String> generatedKey = Optional.empty();

    FirstAdministrator(Accounts accounts, ApiKeys keys, AuditLog audit, UpliftSettings settings, Clock clock) {
        this.accounts = accounts;
        this.keys = keys;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        var account = accounts.find(NAME);
        if (account.isEmpty()) {
            add();
        } else if (StringUtils.hasText(settings.adminPassword())) {
            change(account.get(), settings.adminPassword());
        }
        if (StringUtils.hasText(settings.apiKey())) {
            replaceKey(settings.apiKey());
        } else {
            addKey(Secrets.random());
        }
    }

    boolean generatedSomething() {
        return generatedPassword.isPresent() || generatedKey.isPresent();
    }

    /** The password of the administrator if this start made it up. */
    Optional<String> generatedPassword() {
        return generatedPassword;
    }

    /** The API key if this start made it up. */
    Optional<String> generatedKey() {
        return generatedKey;
    }

    private void add() {
        var set = settings.adminPassword();
        var password = StringUtils.hasText(set) ? set : Secrets.random();
        var hash = accounts.encoder().encode(password);
        if (hash != null && accounts.add(new Account(NAME, "Administrator", Role.ADMIN, hash), clock.instant())) {
            audit.record(Actor.UPLIFT, "account.add", NAME);
            generatedPassword = StringUtils.hasText(set) ? Optional.empty() : Optional.of(password);
        }
    }

    private void change(Account account, String password) {
        if (!accounts.encoder().matches(password, account.passwordHash())) {
            accounts.changePassword(account.name(), password);
            audit.record(Actor.UPLIFT, "account.change-password", account.name());
        }
    }

    private void addKey(String key) {
        if (keys.add(PROGRAM, key, clock.instant())) {
            audit.record(Actor.UPLIFT, "api-key.add", PROGRAM.name());
            generatedKey = Optional.of(key);
        }
    }

    private void replaceKey(String key) {
        if (keys.replace(PROGRAM, key, clock.instant())) {
            audit.record(Actor.UPLIFT, "api-key.replace", PROGRAM.name());
        }
    }
}
