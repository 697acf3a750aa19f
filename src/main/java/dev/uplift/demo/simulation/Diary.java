package dev.uplift.demo.simulation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers how far the simulation has come, so that a killed one goes on where it was. */
@Repository
class Diary {

    private static final String BEGIN = """
            insert into demo.progress (seed, lived_until, ends_at)
            values (:seed, :now, :end)
                on conflict do nothing""";

    private static final String READ = """
            select seed, lived_until, ends_at, last_mail, last_sms, finished_at is not null as finished
              from demo.progress""";

    private static final String LIVED = """
            update demo.progress
               set lived_until = :now""";

    private static final String SEEN = """
            update demo.progress
               set last_mail = greatest(last_mail, :mail), last_sms = greatest(last_sms, :sms)""";

    private static final String FINISH = """
            update demo.progress
               set finished_at = :now""";

    private final JdbcClient jdbc;

    Diary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(long seed, Instant now, Instant end) {
        jdbc.sql(BEGIN)
                .param("seed", seed)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("end", end.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Progress> read() {
        return jdbc.sql(READ)
                .query((row, number) -> new Progress(
                        row.getLong("seed"),
                        row.getObject("lived_until", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        row.getLong("last_mail"),
                        row.getLong("last_sms"),
                        row.getBoolean("finished")))
                .optional();
    }

    void lived(Instant now) {
        jdbc.sql(LIVED).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    void seen(long lastMail, long lastSms) {
        jdbc.sql(SEEN).param("mail", lastMail).param("sms", lastSms).update();
    }

    void finish(Instant now) {
        jdbc.sql(FINISH).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }
}
