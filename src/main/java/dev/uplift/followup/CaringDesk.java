package dev.uplift.followup;

import dev.uplift.campaign.Campaigns;
import dev.uplift.campaign.FollowUp;
import dev.uplift.survey.Survey;
import dev.uplift.survey.Surveys;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which desk makes an answer a case: the one that its campaign names for such answers, else the one that cares for the
 * touchpoint, if it acts on such answers.
 */
@Component
class CaringDesk {

    private final Desks desks;
    private final Surveys surveys;
    private final Campaigns campaigns;

    CaringDesk(Desks desks, Surveys surveys, Campaigns campaigns) {
        this.desks = desks;
        this.surveys = surveys;
        this.campaigns = campaigns;
    }

    /** Empty if nobody need act on it. */
    Optional<Desk> of(Feedback feedback) {
        return named(feedback).or(() -> caring(feedback).filter(desk -> desk.opensFor(feedback)));
    }

    /** A desk whose file is gone leaves its cases to whoever cares for the touchpoint. */
    private Optional<Desk> named(Feedback feedback) {
        return open(feedback)
                .flatMap(open -> desks.find(open.desk())
                        .or(() -> caring(feedback))
                        .map(desk -> open.within() == null ? desk : desk.within(open.within())));
    }

    private Optional<Desk> caring(Feedback feedback) {
        return surveys.find(feedback.survey()).map(Survey::touchpoint).flatMap(desks::caringFor);
    }

    private Optional<FollowUp.Open> open(Feedback feedback) {
        return Optional.ofNullable(feedback.asked())
                .map(asked -> campaigns.of(asked.campaign(), asked.version()).followUps())
                .map(followUps -> followUps.get(feedback.metric().part(feedback.score())))
                .flatMap(followUp ->
                        followUp instanceof FollowUp.Open open ? Optional.of(open) : Optional.<FollowUp.Open>empty());
    }
}
