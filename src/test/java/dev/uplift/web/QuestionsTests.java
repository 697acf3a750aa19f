package dev.uplift.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.audience.Rule;
import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.Goal;
import dev.uplift.campaign.Schedule;
import dev.uplift.platform.Purpose;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuestionsTests {

    private static final Rule ELECTRICITY = new Rule.Attribute("product", Rule.Comparison.IS, List.of("electricity"));
    private static final Rule UNHAPPY = new Rule.Answer("nps", 0, 6, null);

    @Test
    void takesMetricAndWorthFromTheGoal() {
        var question = Questions.of(campaign(new Goal("csat", 80, null, 3), ELECTRICITY));

        assertThat(question.metric()).isEqualTo("csat");
        assertThat(question.worth()).isEqualTo(3);
        assertThat(question.holdOut()).isEqualTo(0.2);
    }

    @Test
    void findsAnAnswerOnTheMetricHoweverDeepItIsNested() {
        var nested = new Rule.All(List.of(ELECTRICITY, new Rule.Any(List.of(ELECTRICITY, new Rule.Not(UNHAPPY)))));

        assertThat(Questions.of(campaign(null, nested)).audienceUsesOutcome()).isTrue();
    }

    @Test
    void ignoresAnswersToAnotherMetric() {
        var question = Questions.of(campaign(new Goal("csat", null, null, 5), UNHAPPY));

        assertThat(question.audienceUsesOutcome()).isFalse();
    }

    private static Campaign campaign(@Nullable Goal goal, Rule audience) {
        return new Campaign(
                "bill",
                1,
                "hash",
                "Bill",
                null,
                null,
                null,
                Purpose.SERVICE,
                goal,
                audience,
                0.2,
                List.of("email"),
                new Schedule(null, null, "recipient", null, null, List.of()),
                null,
                List.of());
    }
}
