package dev.uplift.delivery;

import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Metric;
import dev.uplift.platform.SendId;
import dev.uplift.platform.UpliftSettings;
import dev.uplift.survey.Invite;
import dev.uplift.survey.Survey;
import dev.uplift.survey.Surveys;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Invites the customers of survey sends and reminders; a reminder repeats the token of its invitation. */
@Component
class Invitations {

    private final Surveys surveys;
    private final UpliftSettings.Company company;

    Invitations(Surveys surveys, UpliftSettings settings) {
        this.surveys = surveys;
        this.company = settings.company();
    }

    /** The token of each send that asks. */
    Map<SendId, String> tokens(List<Send> sends, Map<CustomerId, Recipient> recipients, Instant now) {
        var asking = sends.stream()
                .filter(Send::asks)
                .filter(send -> recipients.containsKey(send.customer()))
                .filter(send -> surveys.find(send.template()).isPresent())
                .toList();
        if (asking.isEmpty()) {
            return Map.of();
        }
        var invites = asking.stream()
                .map(send -> new Invite(
                        send.invitation(),
                        send.run(),
                        send.customer(),
                        send.template(),
                        language(recipients.get(send.customer())),
                        send.arm()))
                .toList();
        var byInvitation = surveys.invite(invites, now);
        var tokens = new HashMap<SendId, String>();
        asking.forEach(send -> tokens.put(send.id(), byInvitation.get(send.invitation())));
        return tokens;
    }

    /** What the survey of a send asks for; null for a message. */
    @Nullable
    Metric asks(Send send) {
        return send.asks() ? surveys.find(send.template()).map(Survey::metric).orElse(null) : null;
    }

    private String language(@Nullable Recipient recipient) {
        if (recipient == null) {
            return company.language();
        }
        var language = Locale.forLanguageTag(recipient.locale()).getLanguage();
        return company.languages().contains(language) ? language : company.language();
    }
}
