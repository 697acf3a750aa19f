package dev.uplift.web.api;

import dev.uplift.alert.Notice;
import dev.uplift.alert.Notices;
import java.time.Clock;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What leaders were told. */
@RestController
@RequestMapping("/api/alerts")
class AlertsApi {

    private final Notices notices;
    private final Clock clock;

    AlertsApi(Notices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    /** At most 200, those that nobody has acknowledged first. */
    @GetMapping
    List<Notice> list() {
        return notices.list();
    }

    /** Takes note; doing so twice is harmless. */
    @PostMapping("/{id}/acknowledge")
    Notice acknowledge(@PathVariable long id, Authentication by) {
        notices.acknowledge(id, by.getName(), clock.instant());
        return notices.find(id).orElseThrow(() -> new NotKnown("alert", String.valueOf(id)));
    }
}
