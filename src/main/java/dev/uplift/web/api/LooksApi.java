package dev.uplift.web.api;

import dev.uplift.impact.Analyses;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Earlier looks at a campaign's effect, as they were. */
@RestController
@RequestMapping("/api/campaigns/{key}/looks")
class LooksApi {

    private final CampaignView view;
    private final Analyses analyses;

    LooksApi(CampaignView view, Analyses analyses) {
        this.view = view;
        this.analyses = analyses;
    }

    @GetMapping
    List<Analyses.Kept> looks(@PathVariable String key) {
        view.status(key);
        return analyses.history(key);
    }

    /** Byte for byte what was computed then. */
    @GetMapping("/{id}")
    ResponseEntity<byte[]> look(@PathVariable String key, @PathVariable long id) {
        view.status(key);
        var report = analyses.result(key, id).orElseThrow(() -> new NotKnown("look", Long.toString(id)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(report.getBytes(StandardCharsets.UTF_8));
    }
}
