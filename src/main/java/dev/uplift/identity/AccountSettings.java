package dev.uplift.identity;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may log in besides the first administrator.
 *
 * @param accounts people by log-in name
 */
@ConfigurationProperties("uplift")
record AccountSettings(@DefaultValue Map<String, Person> accounts) {

    AccountSettings {
        if (accounts.containsKey(FirstAdministrator.NAME)) {
            throw new IllegalArgumentException(
                    "uplift.accounts." + FirstAdministrator.NAME + " is taken; set uplift.admin-password instead");
        }
        accounts.forEach((name, person) -> person.check("uplift.accounts." + name));
    }

    /**
     * A person who may log in.
     *
     * @param role what the person may do
     * @param password kept only as a hash
     * @param displayName how the person is called on pages; the log-in name when unset
     */
    record Person(
            @Nullable Role role,
            @Nullable String password,
            @Nullable String displayName) {

        void check(String where) {
            if (role == null) {
                throw new IllegalArgumentException(where + ".role is missing; use admin, marketer, agent or manager");
            }
            if (password == null || password.isBlank()) {
                throw new IllegalArgumentException(where + ".password is missing");
            }
        }
    }
}
