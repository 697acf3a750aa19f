package dev.uplift.web.staff;

import dev.uplift.campaign.Campaigns;
import dev.uplift.campaign.IllegalState;
import dev.uplift.delivery.Retries;
import dev.uplift.identity.Actor;
import dev.uplift.web.security.Access;
import java.time.Clock;
import java.time.Instant;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps of a campaign's life that need no second look; launching has its own page, see {@link PlanController}. */
@Controller
class CampaignActions {

    private final Campaigns campaigns;
    private final Retries retries;
    private final Clock clock;

    CampaignActions(Campaigns campaigns, Retries retries, Clock clock) {
        this.campaigns = campaigns;
        this.retries = retries;
        this.clock = clock;
    }

    @PostMapping("/campaigns/{key}/pause")
    String pause(@PathVariable String key, Authentication actor, RedirectAttributes next) {
        return act(campaigns::pause, "staff.done.paused", key, actor, next);
    }

    @PostMapping("/campaigns/{key}/resume")
    String resume(@PathVariable String key, Authentication actor, RedirectAttributes next) {
        return act(campaigns::resume, "staff.done.resumed", key, actor, next);
    }

    @PostMapping("/campaigns/{key}/cancel")
    String cancel(@PathVariable String key, Authentication actor, RedirectAttributes next) {
        return act(campaigns::cancel, "staff.done.cancelled", key, actor, next);
    }

    @PostMapping("/campaigns/{key}/retry-failed")
    String retryFailed(@PathVariable String key, Authentication actor, RedirectAttributes next) {
        Step retry = (campaign, who, now) -> retries.retryFailed(campaign, Access.APPROVE.allows(who), who, now);
        return act(retry, "staff.done.retried", key, actor, next);
    }

    @PostMapping("/campaigns/{key}/send-rest")
    String sendRest(@PathVariable String key, Authentication actor, RedirectAttributes next) {
        return act(retries::sendRest, "staff.done.retried", key, actor, next);
    }

    private String act(Step step, String done, String key, Authentication actor, RedirectAttributes next) {
        try {
            step.take(key, Access.actor(actor), clock.instant());
            next.addFlashAttribute("done", done);
        } catch (IllegalState refused) {
            next.addFlashAttribute("refused", refused.getMessage());
        }
        next.addAttribute("key", key);
        return "redirect:/campaigns/{key}";
    }

    private interface Step {
        void take(String key, Actor actor, Instant now);
    }
}
