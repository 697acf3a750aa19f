package dev.uplift.web.api;

import dev.uplift.campaign.Campaigns;
import dev.uplift.identity.Actor;
import java.time.Clock;
import java.time.Instant;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The life of a campaign: launch, pause, resume, cancel; each answers with where it stands then. */
@RestController
@RequestMapping("/api/campaigns/{key}")
class LifeCycleApi {

    private final Campaigns campaigns;
    private final CampaignView view;
    private final Actors actors;
    private final Clock clock;

    LifeCycleApi(Campaigns campaigns, CampaignView view, Actors actors, Clock clock) {
        this.campaigns = campaigns;
        this.view = view;
        this.actors = actors;
        this.clock = clock;
    }

    @PostMapping("/launch")
    CampaignView.View launch(@PathVariable String key, Authentication authentication) {
        return change(key, authentication, campaigns::launch);
    }

    @PostMapping("/pause")
    CampaignView.View pause(@PathVariable String key, Authentication authentication) {
        return change(key, authentication, campaigns::pause);
    }

    @PostMapping("/resume")
    CampaignView.View resume(@PathVariable String key, Authentication authentication) {
        return change(key, authentication, campaigns::resume);
    }

    @PostMapping("/cancel")
    CampaignView.View cancel(@PathVariable String key, Authentication authentication) {
        return change(key, authentication, campaigns::cancel);
    }

    private CampaignView.View change(String key, Authentication authentication, Change change) {
        view.status(key);
        change.apply(key, actors.of(authentication), clock.instant());
        return view.of(key);
    }

    private interface Change {
        void apply(String key, Actor actor, Instant now);
    }
}
