package dev.uplift.web.api;

import dev.uplift.delivery.Ledger;
import dev.uplift.delivery.SendRow;
import dev.uplift.impact.Report;
import dev.uplift.impact.Reports;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a campaign did: its ledger row by row, and its effect. */
@RestController
@RequestMapping("/api/campaigns/{key}")
class ReportsApi {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final CampaignView view;
    private final Ledger ledger;
    private final Reports reports;
    private final Clock clock;

    ReportsApi(CampaignView view, Ledger ledger, Reports reports, Clock clock) {
        this.view = view;
        this.ledger = ledger;
        this.reports = reports;
        this.clock = clock;
    }

    /** Keyset pages: ask again with the customer of the last row as {@code after} until the list is empty. */
    @GetMapping("/sends")
    List<SendRow> sends(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String after) {
        view.status(key);
        return ledger.sends(key, state, customer, after);
    }

    @GetMapping("/report")
    Report report(@PathVariable String key) {
        return reports.report(key, clock.instant()).orElseThrow(() -> new NotKnown("campaign", key));
    }

    @GetMapping("/report.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable String key) {
        return file("report-" + key + ".xlsx", XLSX, ReportFiles.xlsx(ReportSheet.of(report(key))));
    }

    @GetMapping("/report.csv")
    ResponseEntity<byte[]> csv(@PathVariable String key) {
        return file("report-" + key + ".csv", CSV, ReportFiles.csv(ReportSheet.of(report(key))));
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
