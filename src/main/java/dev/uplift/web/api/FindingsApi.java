package dev.uplift.web.api;

import dev.uplift.impact.Analyses;
import dev.uplift.impact.Finding;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What all campaigns did. */
@RestController
class FindingsApi {

    private final Analyses analyses;

    FindingsApi(Analyses analyses) {
        this.analyses = analyses;
    }

    /** The newest look at each campaign, newest first; nothing is computed, a campaign's own report is. */
    @GetMapping("/api/reports")
    List<Finding> newest() {
        return analyses.newest();
    }
}
