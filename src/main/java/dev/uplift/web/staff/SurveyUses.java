package dev.uplift.web.staff;

import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.Campaigns;
import dev.uplift.campaign.Step;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which campaigns ask by which survey. */
@Component
class SurveyUses {

    private final Campaigns campaigns;

    SurveyUses(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** Keys of campaigns by key of the survey. */
    Map<String, List<String>> bySurvey() {
        return campaigns.list().stream()
                .flatMap(status -> campaigns.find(status.key()).stream())
                .flatMap(SurveyUses::uses)
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Stream<Map.Entry<String, String>> uses(Campaign campaign) {
        return campaign.steps().stream()
                .filter(step -> step.kind() == Step.Kind.SURVEY)
                .map(step -> Map.entry(step.template(), campaign.key()));
    }
}
