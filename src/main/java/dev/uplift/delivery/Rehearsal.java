package dev.uplift.delivery;

import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.FollowUp;
import dev.uplift.campaign.Step;
import dev.uplift.message.RenderFailed;
import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Problem;
import dev.uplift.platform.RunId;
import dev.uplift.platform.SendId;
import dev.uplift.platform.SqlFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a campaign's messages for a sample of its recipients without sending, to find what would fail. */
@Component
class Rehearsal {

    private static final String SAMPLE = SqlFile.of("delivery/rehearse.sql");

    private final Bulk bulk;
    private final Decision decision;
    private final Recipients recipients;
    private final Happenings happenings;
    private final Composer composer;

    Rehearsal(Bulk bulk, Decision decision, Recipients recipients, Happenings happenings, Composer composer) {
        this.bulk = bulk;
        this.decision = decision;
        this.recipients = recipients;
        this.happenings = happenings;
        this.composer = composer;
    }

    /** One error per kind of failure, with the number of recipients it was seen for. */
    List<Problem> problems(Campaign campaign, Instant now) {
        var sample = bulk.run(() -> decision.then(SAMPLE, campaign, "preview", now, now)
                .query((row, number) -> new Candidate(
                        new CustomerId(row.getLong("customer_id")),
                        Medium.of(row.getString("channel")).orElseThrow()))
                .list());
        var failures = new LinkedHashMap<String, Integer>();
        messages(campaign)
                .flatMap(step -> rehearse(campaign, step, sample).stream())
                .forEach(failure -> failures.merge(failure, 1, Integer::sum));
        return failures.entrySet().stream()
                .map(failure -> Problem.error(
                        "templates",
                        failure.getKey() + " (seen for " + failure.getValue() + " of " + sample.size()
                                + " recipients tried)",
                        "Give the template a default for missing values, or complete the customers' data."))
                .toList();
    }

    private static Stream<Step> messages(Campaign campaign) {
        return Stream.concat(
                campaign.steps().stream().filter(step -> step.kind() == Step.Kind.MESSAGE),
                campaign.messagesAfterAnswers().stream().map(FollowUp.Send::step));
    }

    private List<String> rehearse(Campaign campaign, Step step, List<Candidate> sample) {
        var ids = sample.stream().map(Candidate::customer).toList();
        var known = recipients.find(ids);
        var events = happenings.newest(ids);
        var variants = step.variants().isEmpty()
                ? List.of("")
                : List.copyOf(step.variants().keySet());
        var failures = new ArrayList<String>();
        for (var candidate : sample) {
            for (var variant : variants) {
                try {
                    var send = send(campaign, step, candidate, variant.isEmpty() ? null : variant);
                    composer.message(
                            send,
                            known.get(candidate.customer),
                            events.getOrDefault(candidate.customer, Map.of()),
                            Map.of());
                } catch (RenderFailed e) {
                    failures.add(String.valueOf(e.getMessage()));
                }
            }
        }
        return failures;
    }

    private static Send send(Campaign campaign, Step step, Candidate candidate, @Nullable String variant) {
        var id = new SendId(new UUID(0, candidate.customer.value()));
        return new Send(
                id,
                new RunId(0),
                campaign.key(),
                candidate.customer,
                "treated",
                "message",
                campaign.purpose(),
                candidate.channel,
                step.template(),
                variant,
                false,
                1,
                0,
                Place.START,
                id);
    }

    private record Candidate(CustomerId customer, Medium channel) {}
}
