package dev.uplift.web.api;

import dev.uplift.identity.AuditLog;
import dev.uplift.survey.Survey;
import dev.uplift.survey.Surveys;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Surveys as their authors write them. */
@RestController
@RequestMapping("/api/surveys")
class SurveysApi {

    private final Surveys surveys;
    private final AuditLog audit;
    private final Actors actors;
    private final Clock clock;

    SurveysApi(Surveys surveys, AuditLog audit, Actors actors, Clock clock) {
        this.surveys = surveys;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping
    List<View> list() {
        return surveys.all().values().stream().map(View::of).toList();
    }

    @GetMapping("/{key}")
    ResponseEntity<Object> survey(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String source,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept) {
        return RawText.wanted(source, accept)
                ? RawText.yaml(surveys.source(key).orElseThrow(() -> new NotKnown("survey", key)))
                : RawText.json(view(key));
    }

    @PutMapping("/{key}")
    ResponseEntity<View> save(
            @PathVariable String key,
            @RequestBody(required = false) byte @Nullable [] body,
            Authentication authentication) {
        var actor = actors.of(authentication);
        var isNew = surveys.source(key).isEmpty();
        surveys.save(key, RawText.of(body), null, clock.instant());
        audit.record(actor, "survey.save", key);
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(view(key));
    }

    private View view(String key) {
        return surveys.find(key).map(View::of).orElseThrow(() -> new NotKnown("survey", key));
    }

    /**
     * A survey in force.
     *
     * @param version SHA-256 of its text
     * @param questions keys of the questions beside score and reasons
     */
    record View(
            String key,
            String version,
            String metric,
            String kind,
            String touchpoint,
            String mode,
            List<String> languages,
            List<String> questions) {

        static View of(Survey survey) {
            return new View(
                    survey.key(),
                    survey.version(),
                    survey.metric().key(),
                    survey.kind(),
                    survey.touchpoint(),
                    survey.mode().key(),
                    survey.occasion().keySet().stream().sorted().toList(),
                    survey.questions().stream().map(question -> question.key()).toList());
        }
    }
}
