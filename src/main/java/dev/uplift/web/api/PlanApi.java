package dev.uplift.web.api;

import dev.uplift.audience.Customers;
import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.Campaigns;
import dev.uplift.delivery.CustomerDecision;
import dev.uplift.delivery.Planner;
import dev.uplift.impact.Forecasts;
import dev.uplift.platform.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a campaign would do, for all or for one customer; writes nothing. */
@RestController
class PlanApi {

    private final Campaigns campaigns;
    private final Planner planner;
    private final Customers customers;
    private final Forecasts forecasts;
    private final Clock clock;

    PlanApi(Campaigns campaigns, Planner planner, Customers customers, Forecasts forecasts, Clock clock) {
        this.campaigns = campaigns;
        this.planner = planner;
        this.customers = customers;
        this.forecasts = forecasts;
        this.clock = clock;
    }

    @PostMapping("/api/campaigns/{key}/plan")
    Object plan(@PathVariable String key, @RequestParam(required = false) @Nullable String customer) {
        var campaign = campaigns.find(key).orElseThrow(() -> new NotKnown("campaign", key));
        return customer == null ? view(campaign) : decision(campaign, customer);
    }

    private CustomerDecision decision(Campaign campaign, String customer) {
        if (customers.find(customer).isEmpty()) {
            throw new NotKnown("customer", customer);
        }
        var decision = planner.decision(campaign, customer, clock.instant());
        return decision == null ? new CustomerDecision(customer, "not-in-audience", null, null, Map.of()) : decision;
    }

    private View view(Campaign campaign) {
        var now = clock.instant();
        var plan = planner.preview(campaign, now);
        var forecast = forecasts.of(campaign, plan.toContact(), plan.holdOut(), now);
        return new View(
                plan.audience(),
                plan.holdOut(),
                plan.leftOut(),
                plan.toContact(),
                plan.byChannel(),
                forecast.detectablePoints(),
                forecast.answerRate(),
                forecast.holdOutNeeded(),
                forecast.daysToReadOut(),
                plan.problems(),
                campaign.messagesAfterAnswers().stream()
                        .map(send -> new After(send.step().template(), plan.toContact()))
                        .toList());
    }

    /** A message that may follow an answer, to at most so many customers. */
    record After(String send, long upTo) {}

    /** The dry run; detectablePoints is null where there is nothing to compare. */
    record View(
            long audience,
            long holdOut,
            Map<String, Long> leftOut,
            long toContact,
            Map<String, Long> byChannel,
            @Nullable Double detectablePoints,
            double expectedAnswerRate,
            @Nullable Double holdOutNeeded,
            long daysToReadOut,
            List<Problem> problems,
            List<After> followUps) {}
}
