package dev.uplift.web.api;

import dev.uplift.audience.Rule;
import dev.uplift.audience.Segments;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import dev.uplift.platform.YamlNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Named rules, and how many customers a rule selects. */
@RestController
class SegmentsApi {

    private final Segments segments;
    private final Clock clock;

    SegmentsApi(Segments segments, Clock clock) {
        this.segments = segments;
        this.clock = clock;
    }

    @GetMapping("/api/segments/{key}")
    ResponseEntity<Object> segment(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String source,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept) {
        var rule = segments.find(key).orElseThrow(() -> new NotKnown("segment", key));
        return RawText.wanted(source, accept) ? RawText.yaml(rule) : RawText.json(view(key, rule));
    }

    @PutMapping("/api/segments/{key}")
    ResponseEntity<Segment> save(@PathVariable String key, @RequestBody(required = false) byte @Nullable [] body) {
        var isNew = segments.find(key).isEmpty();
        var rule = RawText.of(body);
        segments.save(key, rule, clock.instant());
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(view(key, rule));
    }

    @PostMapping("/api/segments/count")
    Count count(@RequestBody(required = false) byte @Nullable [] body) {
        var now = clock.instant();
        return new Count(segments.count(parse("rule", RawText.of(body)), now), now);
    }

    private Segment view(String key, String rule) {
        var now = clock.instant();
        return new Segment(key, rule, segments.count(parse(key, rule), now), now);
    }

    private Rule parse(String where, String text) {
        var problems = new ArrayList<Problem>();
        var node = YamlNode.parse(where, text, problems);
        var rule = node == null ? null : segments.parse(node);
        if (rule == null || !problems.isEmpty()) {
            throw new InvalidInput(
                    problems.isEmpty() ? List.of(Problem.error(where, "This is no rule.", "Write a rule.")) : problems);
        }
        return rule;
    }

    record Segment(String key, String rule, long count, Instant asOf) {}

    record Count(long count, Instant asOf) {}
}
