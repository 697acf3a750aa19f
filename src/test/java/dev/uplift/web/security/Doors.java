package dev.uplift.web.security;

import dev.uplift.identity.Accounts;
import dev.uplift.identity.Role;
import dev.uplift.platform.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People and programs that may come in during a test. */
public final class Doors {

    public static final String PASSWORD = "correct horse";

    private static final String ACCOUNT = """
            insert into identity.account (name, display_name, role, password_hash, created_at)
            values (:name, :displayName, :role, :hash, '2026-01-01T00:00:00Z')""";

    private static final String KEY = """
            insert into identity.api_key (key_hash, name, role, created_at)
            values (:hash, :name, :role, '2026-01-01T00:00:00Z')""";

    private Doors() {}

    /** Lets one person and one program of each role in: {@code marketer} with {@link #PASSWORD} or {@code marketer-key}. */
    public static void open() {
        var jdbc = TestDatabase.empty();
        var hash = new Accounts(jdbc).encoder().encode(PASSWORD);
        for (var role : Role.values()) {
            account(jdbc, role, hash);
            key(jdbc, role);
        }
    }

    private static void account(JdbcClient jdbc, Role role, String hash) {
        var name = name(role);
        jdbc.sql(ACCOUNT)
                .param("name", name)
                .param("displayName", "Lena " + name)
                .param("role", role.name())
                .param("hash", hash)
                .update();
    }

    private static void key(JdbcClient jdbc, Role role) {
        jdbc.sql(KEY)
                .param("hash", sha256(name(role) + "-key"))
                .param("name", name(role) + "-program")
                .param("role", role.name())
                .update();
    }

    private static String name(Role role) {
        return role.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
