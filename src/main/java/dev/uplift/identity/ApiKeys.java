package dev.uplift.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys with which programs call the REST API; only their SHA-256 is stored, since they are random and long. */
@Component
public class ApiKeys {

    private static final String ACTOR = """
            select name, role
              from identity.api_key
             where key_hash = :hash""";

    private static final String ADD = """
            insert into identity.api_key (key_hash, name, role, created_at)
            values (:hash, :name, :role, :now)
                on conflict (name) do nothing""";

    private static final String REPLACE = """
            insert into identity.api_key (key_hash, name, role, created_at)
            values (:hash, :name, :role, :now)
                on conflict (name) do update
               set key_hash = excluded.key_hash, role = excluded.role, created_at = excluded.created_at
             where api_key.key_hash <> excluded.key_hash or api_key.role <> excluded.role""";

    private final JdbcClient jdbc;

    public ApiKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who calls with this key; empty if nobody does. */
    public Optional<Actor> actor(String key) {
        return jdbc.sql(ACTOR)
                .param("hash", hash(key))
                .query((row, number) -> new Actor(row.getString("name"), Role.valueOf(row.getString("role"))))
                .optional();
    }

    /** Gives the caller of this name its first key; false if it has one. */
    boolean add(Actor caller, String key, Instant now) {
        return write(ADD, caller, key, now);
    }

    /** Gives the caller of this name this key and no other; false if that is so already. */
    boolean replace(Actor caller, String key, Instant now) {
        return write(REPLACE, caller, key, now);
    }

    private boolean write(String statement, Actor caller, String key, Instant now) {
        return jdbc.sql(statement)
                        .param("hash", hash(key))
                        .param("name", caller.name())
                        .param("role", caller.role().name())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
