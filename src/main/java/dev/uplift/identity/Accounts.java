package dev.uplift.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The people who work with Uplift. */
@Component
public class Accounts {

    private static final String FIND = """
            select name, display_name, role, password_hash
              from identity.account
             where name = :name""";

    private static final String ADD = """
            insert into identity.account (name, display_name, role, password_hash, created_at)
            values (:name, :displayName, :role, :passwordHash, :now)
                on conflict (name) do nothing""";

    private static final String CHANGE_PASSWORD = """
            update identity.account
               set password_hash = :passwordHash
             where name = :name""";

    private final JdbcClient jdbc;

    /** Argon2id with 19 MiB, two passes and one lane: the first choice of OWASP's Password Storage Cheat Sheet. */
    private final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

    public Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The account with this log-in name. */
    public Optional<Account> find(String name) {
        return jdbc.sql(FIND).param("name", name).query(Accounts::account).optional();
    }

    /** What passwords are hashed and checked with. */
    public PasswordEncoder encoder() {
        return encoder;
    }

    /** Whether the account was added; false if the name is taken. */
    boolean add(Account account, Instant now) {
        return jdbc.sql(ADD)
                        .param("name", account.name())
                        .param("displayName", account.displayName())
                        .param("role", account.role().name())
                        .param("passwordHash", account.passwordHash())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void changePassword(String name, String password) {
        jdbc.sql(CHANGE_PASSWORD)
                .param("name", name)
                .param("passwordHash", encoder.encode(password))
                .update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getString("name"),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                row.getString("password_hash"));
    }
}
