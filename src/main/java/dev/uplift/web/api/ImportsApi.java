package dev.uplift.web.api;

import dev.uplift.audience.ImportReport;
import dev.uplift.audience.Imports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Customers from CSV files. */
@RestController
class ImportsApi {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Imports imports;
    private final JsonMapper json;
    private final Clock clock;

    ImportsApi(Imports imports, JsonMapper json, Clock clock) {
        this.imports = imports;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping("/api/imports")
    ImportReport run(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "{}") String mapping,
            @RequestParam(defaultValue = "false") boolean dryRun)
            throws IOException {
        var columns = json.readValue(mapping, new TypeReference<Map<String, String>>() {});
        var name = file.getOriginalFilename();
        try (var content = file.getInputStream()) {
            return imports.run(name == null ? "upload.csv" : name, content, columns, dryRun, clock.instant());
        }
    }

    @GetMapping("/api/imports/{id}")
    ImportReport report(@PathVariable UUID id) {
        return imports.find(id).orElseThrow(() -> new NotKnown("import", id.toString()));
    }

    @GetMapping("/api/imports/{id}/errors.csv")
    ResponseEntity<byte[]> errors(@PathVariable UUID id) {
        var csv = imports.errors(id).orElseThrow(() -> new NotKnown("import", id.toString()));
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errors-" + id + ".csv\"")
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }
}
