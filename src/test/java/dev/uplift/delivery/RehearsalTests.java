package dev.uplift.delivery;

import static dev.uplift.delivery.LedgerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.audience.Rule;
import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.FollowUp;
import dev.uplift.campaign.Schedule;
import dev.uplift.campaign.Step;
import dev.uplift.campaign.TestCampaigns;
import dev.uplift.campaign.Unit;
import dev.uplift.message.Renderer;
import dev.uplift.message.Templates;
import dev.uplift.platform.Content;
import dev.uplift.platform.Metric;
import dev.uplift.platform.Problem;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.TestSecrets;
import dev.uplift.platform.database.Patience;
import dev.uplift.survey.Surveys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A campaign is tried before it is launched. */
class RehearsalTests {

    private final LedgerFixture ledger = new LedgerFixture();

    @Test
    void findsWhatAMessageThatFollowsAnswersWouldMiss() {
        assertThat(problems("instalment-explained"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("instalment-explained", "bill"));
    }

    @Test
    void findsNothingWhereAllIsThere() {
        assertThat(problems("recommend-us")).isEmpty();
    }

    private List<Problem> problems(String follow) {
        ledger.customer("anna");
        return rehearsal().problems(campaign(follow), NOW);
    }

    private static Campaign campaign(String follow) {
        var tips = new Step(1, Step.Kind.MESSAGE, "saving-tips", Duration.ZERO, Map.of(), 1);
        var after = new Step(2, Step.Kind.FOLLOW_UP, follow, Duration.ZERO, Map.of(), 2);
        return new Campaign(
                "tips",
                1,
                "hash",
                "Tips",
                null,
                null,
                null,
                Purpose.SERVICE,
                null,
                new Rule.Attribute("locale", Rule.Comparison.IS, List.of("de")),
                0,
                Unit.CUSTOMER,
                List.of(),
                List.of("email"),
                new Schedule(null, null, "recipient", null, null, List.of()),
                null,
                List.of(tips),
                Map.of(Metric.Part.MIDDLE, new FollowUp.Send(after, Purpose.SERVICE)));
    }

    private Rehearsal rehearsal() {
        var settings = TestSecrets.settingsOfTheDefaultCompany();
        var surveys = new Surveys(ledger.jdbc, new Content(settings), TestSecrets.secrets(), settings);
        var composer = new Composer(
                new Recipients(ledger.jdbc, ledger.few),
                new Happenings(ledger.jdbc, ledger.few),
                new Invitations(surveys, settings),
                new Renderer(new Templates(Path.of("templates"), settings.company()), settings),
                new UnsubscribeTokens(TestSecrets.secrets()),
                CourierTests.publicUrl(),
                new DirectBook(ledger.jdbc));
        return new Rehearsal(
                new Bulk(ledger.jdbc, ledger.transaction, new Patience(new JdbcTemplate(TestDatabase.source()))),
                new Decision(ledger.jdbc, TestCampaigns.audiences(ledger.jdbc), LedgerFixture.steps()),
                new Recipients(ledger.jdbc, ledger.few),
                new Happenings(ledger.jdbc, ledger.few),
                composer);
    }
}
