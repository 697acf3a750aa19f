package dev.uplift.survey;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The texts of all versions of all surveys; none is ever changed. */
record SurveyVersions(JdbcClient jdbc) {

    private static final String KEEP = """
            insert into survey.survey_version (key, hash, source, at)
            select key, hash, source, :now
              from unnest(:keys::text[], :hashes::text[], :sources::text[]) as text (key, hash, source)
                on conflict do nothing""";

    /** A text that may be new. */
    record Version(String key, String hash, String source) {}

    void keep(Collection<Version> versions, Instant now) {
        var all = List.copyOf(versions);
        jdbc.sql(KEEP)
                .param("keys", texts(all, Version::key))
                .param("hashes", texts(all, Version::hash))
                .param("sources", texts(all, Version::source))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    private static String[] texts(List<Version> versions, Function<Version, String> value) {
        return versions.stream().map(value).toArray(String[]::new);
    }
}
