package dev.uplift.identity;

import static java.util.Objects.requireNonNull;

import dev.uplift.identity.AccountSettings.Person;
import java.time.Clock;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Makes the accounts what the settings say: adds, changes, and removes whom the settings no longer name. */
@Component
class ConfiguredAccounts implements InitializingBean {

    private final Accounts accounts;
    private final AuditLog audit;
    private final AccountSettings settings;
    private final Clock clock;

    ConfiguredAccounts(Accounts accounts, AuditLog audit, AccountSettings settings, Clock clock) {
        this.accounts = accounts;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        for (var name : accounts.names()) {
            if (!name.equals(FirstAdministrator.NAME) && !settings.accounts().containsKey(name)) {
                accounts.remove(name);
                audit.record(Actor.UPLIFT, "account.remove", name);
            }
        }
        settings.accounts().forEach(this::put);
    }

    private void put(String name, Person person) {
        var password = requireNonNull(person.password());
        var known = accounts.find(name)
                .filter(account -> accounts.encoder().matches(password, account.passwordHash()))
                .map(Account::passwordHash);
        var hash = known.orElseGet(() -> requireNonNull(accounts.encoder().encode(password)));
        var displayName = person.displayName() == null ? name : person.displayName();
        if (accounts.put(new Account(name, displayName, requireNonNull(person.role()), hash), clock.instant())) {
            audit.record(Actor.UPLIFT, "account.put", name);
        }
    }
}
