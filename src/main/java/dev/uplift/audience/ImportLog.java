package dev.uplift.audience;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the reports of imports and the rows they rejected. */
@Repository
class ImportLog {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String SAVE = """
            insert into audience.import (id, file_name, dry_run, report, errors_csv, created_at)
            values (:id, :file, :dry, cast(:report as jsonb), :errors, :now)""";

    private final JdbcClient jdbc;

    ImportLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(ImportReport report, String errors) {
        jdbc.sql(SAVE)
                .param("id", report.id())
                .param("file", report.fileName())
                .param("dry", report.dryRun())
                .param("report", JSON.writeValueAsString(report))
                .param("errors", errors)
                .param("now", report.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<ImportReport> report(UUID id) {
        return column("select report from audience.import where id = :id", id)
                .map(report -> JSON.readValue(report, ImportReport.class));
    }

    Optional<String> errors(UUID id) {
        return column("select errors_csv from audience.import where id = :id", id);
    }

    private Optional<String> column(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query(String.class).optional();
    }
}
