package dev.uplift.web.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.campaign.FollowUp;
import dev.uplift.campaign.Step;
import dev.uplift.platform.Metric.Part;
import dev.uplift.platform.Purpose;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a plan says about follow-ups. */
class FollowUpsTests {

    static final Map<Part, FollowUp> AFTER_ANSWERS = Map.of(
            Part.LOWER,
            new FollowUp.Open("service-desk", null),
            Part.MIDDLE,
            new FollowUp.Send(
                    new Step(4, Step.Kind.FOLLOW_UP, "saving-tips", Duration.ofDays(2), Map.of(), 4),
                    Purpose.MARKETING));

    @Test
    void sayWhatMayFollowAndForHowManyAtMost() {
        assertThat(lines(Locale.ENGLISH))
                .isEqualTo("After a low answer: case at service-desk = up to 16,968; "
                        + "After a middling answer: saving-tips = up to 12,648");
        assertThat(lines(Locale.GERMAN))
                .isEqualTo("Nach einer niedrigen Antwort: Fall bei service-desk = bis zu 16.968; "
                        + "Nach einer mittleren Antwort: saving-tips = bis zu 12.648");
    }

    private static String lines(Locale language) {
        return FollowUps.lines(Samples.CAMPAIGN, Samples.PROGRESS.plan(), Samples.wording(language)).stream()
                .map(line -> line.name() + " = " + line.count())
                .collect(java.util.stream.Collectors.joining("; "));
    }
}
