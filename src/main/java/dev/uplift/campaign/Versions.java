package dev.uplift.campaign;

import dev.uplift.identity.Actor;
import dev.uplift.platform.Hash;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts of all versions; none is ever changed. */
@Repository
class Versions {

    private static final String SAVE = """
            with changed as (
                insert into campaign.campaign as c (key, state, version, hash, updated_at)
                values (:key, 'DRAFT', 1, :hash, :now)
                    on conflict (key) do update
                   set version = c.version + 1, hash = excluded.hash, updated_at = excluded.updated_at
                 where c.hash <> excluded.hash
                returning key, version)
            insert into campaign.version (campaign_key, version, hash, source, created_by, created_at)
            select key, version, :hash, :source, :actor, :now
              from changed
            returning version""";

    private static final String CURRENT = "select version from campaign.campaign where key = :key";

    private static final String SOURCE = """
            select source
              from campaign.version
             where campaign_key = :key
               and version = :version""";

    private static final String FILES = "select key, file_hash from campaign.campaign where file_hash is not null";

    private static final String NOTE_FILE = "update campaign.campaign set file_hash = :hash where key = :key";

    private final JdbcClient jdbc;

    Versions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the text unless it is the current one; gives the number of the new version. */
    Optional<Integer> save(String key, String source, Actor actor, Instant now) {
        return jdbc.sql(SAVE)
                .param("key", key)
                .param("hash", Hash.of(source))
                .param("source", source)
                .param("actor", actor.name())
                .param("now", Moment.of(now))
                .query(Integer.class)
                .optional();
    }

    Optional<Integer> current(String key) {
        return jdbc.sql(CURRENT).param("key", key).query(Integer.class).optional();
    }

    Optional<String> source(String key, int version) {
        return jdbc.sql(SOURCE)
                .param("key", key)
                .param("version", version)
                .query(String.class)
                .optional();
    }

    /** The hash that each file had when it was last taken over, by key. */
    Map<String, String> files() {
        var files = new HashMap<String, String>();
        jdbc.sql(FILES).query(row -> {
            files.put(row.getString("key"), row.getString("file_hash"));
        });
        return files;
    }

    void noteFile(String key, String source) {
        jdbc.sql(NOTE_FILE).param("key", key).param("hash", Hash.of(source)).update();
    }
}
