package dev.uplift.web.api;

import dev.uplift.campaign.CampaignStatus;
import dev.uplift.campaign.Campaigns;
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

/** Campaigns as their authors write them, and where they stand. */
@RestController
@RequestMapping("/api/campaigns")
class CampaignsApi {

    private final Campaigns campaigns;
    private final CampaignView view;
    private final Actors actors;
    private final Clock clock;

    CampaignsApi(Campaigns campaigns, CampaignView view, Actors actors, Clock clock) {
        this.campaigns = campaigns;
        this.view = view;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping
    List<CampaignStatus> list() {
        return campaigns.list();
    }

    @GetMapping("/{key}")
    ResponseEntity<Object> campaign(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String source,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept) {
        return RawText.wanted(source, accept)
                ? RawText.yaml(campaigns.source(key).orElseThrow(() -> new NotKnown("campaign", key)))
                : RawText.json(view.of(key));
    }

    @PutMapping("/{key}")
    ResponseEntity<CampaignView.View> save(
            @PathVariable String key,
            @RequestBody(required = false) byte @Nullable [] body,
            Authentication authentication) {
        var isNew = campaigns.status(key).isEmpty();
        campaigns.save(key, RawText.of(body), actors.of(authentication), clock.instant());
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(view.of(key));
    }
}
