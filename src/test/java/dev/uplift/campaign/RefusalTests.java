package dev.uplift.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.Problem;
import dev.uplift.survey.Definition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTests {

    private static final String HEAD = "name: A\npurpose: service\naudience: { attribute: product }\n";
    private static final String BOTH = "steps:\n  - send: letter\n  - survey: nps-service\n    after: 7d\n";

    private static final String ANONYMOUS = BOTH.replace("nps-", "csat-") + "goal: { metric: csat }\n";

    @ParameterizedTest
    @ValueSource(strings = {"whatsapp", "messenger", "call", "visit", "letter", "webhook"})
    void refusesChannelsThatNobodyServesYet(String channel) {
        assertThat(only(HEAD + BOTH + "channels: [email, " + channel + "]\n"))
                .isEqualTo("8:19: The channel '" + channel + "' cannot be used yet. Remove it and use email or sms.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stars", "churn"})
    void refusesGoalsThatAreNotMeasuredYet(String metric) {
        assertThat(only(HEAD + BOTH + "goal: { metric: " + metric + " }\n"))
                .isEqualTo("8:17: '" + metric + "' is not a valid value for 'metric'." + " Write nps, csat or ces.");
    }

    @Test
    void refusesTriggers() {
        assertThat(only(HEAD + BOTH + "trigger:\n  event: bill\n"))
                .isEqualTo("8:1: 'trigger' cannot be used yet."
                        + " Remove it and set schedule.cron; who had the event is a matter of the audience.");
    }

    @Test
    void refusesConditionsOfSteps() {
        assertThat(only(HEAD + BOTH + "    when: { answered: detractor }\n"))
                .startsWith("8:5: 'when' cannot be used yet. Remove it;");
    }

    @Test
    void refusesASecondSurveyOfTheSameMetric() {
        assertThat(only(HEAD + BOTH + "  - survey: nps-service\n"))
                .isEqualTo("8:13: There is a second survey that asks for nps."
                        + " Keep one of each metric; another survey is a campaign of its own.");
    }

    @Test
    void refusesAnonymousAnswersWhereAccountsAreDrawn() {
        assertThat(only(HEAD + ANONYMOUS + "hold-out: { share: 30%, by: account }\n"))
                .isEqualTo(
                        "6:13: The survey is anonymous, but whole accounts are drawn; what they did cannot be told from it."
                                + " Leave 'by: account' out to draw customers, or ask by a survey of another mode.");
    }

    @Test
    void warnsThatAnonymousAnswersCannotBeComparedByAttributes() {
        assertThat(only(HEAD + ANONYMOUS + "compare-by: [product]\n"))
                .startsWith("6:13: The survey is anonymous, so the report cannot compare by attributes.");
        assertThat(problems(HEAD + ANONYMOUS)).isEmpty();
    }

    @Test
    void takesASecondSurveyOfAnotherMetric() {
        assertThat(problems(HEAD + BOTH + "  - survey: csat-service\n")).isEmpty();
    }

    @Test
    void refusesAGoalThatTheFirstSurveyDoesNotAskFor() {
        assertThat(only(HEAD + BOTH + "  - survey: csat-service\ngoal: { metric: csat, target: 80 }\n"))
                .isEqualTo("9:17: The first survey of this campaign does not ask for csat."
                        + " Write nps, or ask first by a survey whose metric is csat.");
    }

    @Test
    void refusesToMeasureOtherThanNpsWithoutAGoal() {
        assertThat(only(HEAD + "steps:\n  - send: letter\n  - survey: csat-service\n"))
                .isEqualTo("6:13: The survey asks for csat, but without a goal NPS is measured."
                        + " Add 'goal: { metric: csat }'.");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void refusesTargetsThatNoShareCanReach(int target) {
        assertThat(only(HEAD + "goal: { metric: csat, target: " + target + " }\n"
                        + "steps: [{ send: letter }, { survey: csat-service }]\n"))
                .isEqualTo("4:31: '" + target + "' is not a valid value for 'target'."
                        + " Write whole percent from 0 to 100, e.g. 80.");
    }

    @Test
    void refusesAHoldOutWithoutMessage() {
        assertThat(only(HEAD + "hold-out: 20%\nsteps: [{ survey: nps-service }]\n"))
                .isEqualTo("4:11: Nothing is sent that could be held back."
                        + " Remove 'hold-out', or add a step '- send: template' before the survey.");
    }

    @Test
    void refusesAHoldOutWithoutSurvey() {
        assertThat(only(HEAD + "hold-out: 20%\nsteps: [{ send: letter }]\n"))
                .isEqualTo("4:11: Without a survey after the message nobody learns what the message did."
                        + " Remove 'hold-out', or add a step '- survey: key' after the message.");
    }

    @Test
    void refusesALotOfAnythingButCustomersAndAccounts() {
        assertThat(only(HEAD + BOTH + "hold-out: { share: 20%, by: household }\n"))
                .isEqualTo("8:29: 'household' is not a valid value for 'by'."
                        + " Write customer, or account to draw all contacts of an account together.");
        assertThat(only(HEAD + BOTH + "hold-out: { size: 20% }\n")).startsWith("8:13: Unknown key 'size'.");
        assertThat(only(HEAD + BOTH + "hold-out: { share: 95%, by: account }\n"))
                .startsWith("8:20: '95%' is not a valid value for 'share'.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compare-by: product | 8:13: 'compare-by' must be a list.",
                "compare-by: [product, 2nd] | 8:23: '2nd' is not a valid value for 'compare-by'. Start with a letter",
                "compare-by: [product, product] | 8:23: 'product' stands here twice. Keep the first.",
                "compare-by: [channel] | 8:14: Every report compares channels. Remove it",
                "compare-by: [a, b, c, d] | 8:13: These are 4 attributes; groups would become too small",
            })
    void refusesWhatNobodyCanBeComparedBy(String line, String problem) {
        assertThat(only(HEAD + BOTH + line + "\n")).startsWith(problem);
    }

    @Test
    void refusesToCompareWithoutAHoldOut() {
        assertThat(only(HEAD + BOTH + "hold-out: 0\ncompare-by: [product]\n"))
                .isEqualTo("9:13: Nobody is held out, so there are no two groups to compare."
                        + " Remove 'compare-by', or set 'hold-out'.");
    }

    @Test
    void refusesVariantsThatDoNotAddUp() {
        assertThat(only(HEAD + "steps: [{ send: letter, variants: { a: 50%, b: 40% } }]\n"))
                .isEqualTo("4:35: The variants add up to 90%."
                        + " Write shares that add up to 100%, e.g. { a: 50%, b: 50% }.");
    }

    @Test
    void refusesVariantsWithoutText() {
        assertThat(only(HEAD + "steps: [{ send: letter, variants: { a: 50%, c: 50% } }]\n"))
                .isEqualTo("4:35: The template 'letter' has no variant 'c'. Add templates/letter/email.c.de.ftlh.");
    }

    @Test
    void refusesTemplatesThatLackAChannel() {
        assertThat(only(HEAD + "channels: [preferred, sms]\nsteps: [{ send: mail-only }]\n"))
                .isEqualTo("5:17: The template 'mail-only' has no text for sms, a channel of this campaign."
                        + " Add templates/mail-only/sms.de.ftl, or leave sms out of 'channels'.");
    }

    @Test
    void refusesSurveysThatDoNotExist() {
        assertThat(only(HEAD + "steps: [{ survey: happiness }]\n"))
                .isEqualTo("4:19: There is no survey 'happiness'. Add campaigns/surveys/happiness.yaml.");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "steps: 3|'steps' must be a list.",
                "steps: []|The campaign has no steps.",
                "steps: [letter]|'steps' must be a mapping.",
                "steps: [{ after: 3d }]|A step either sends or asks.",
                "steps: [{ send: letter, survey: nps-service }]|A step either sends or asks.",
                "steps: [{ send: letter, remind: { after: 2d } }]|Only surveys can be reminded of.",
                "steps: [{ send: ../../etc/passwd }]|'../../etc/passwd' is not a valid value for 'send'.",
                "steps: [{ survey: nps-service, variants: { a: 100% } }]|A survey has no variants.",
                "steps: [{ survey: nps-service, remind: { times: 1 } }]|'after' is missing.",
                "steps: [{ survey: nps-service, remind: { after: 2d, times: 9 } }]|'9' is not a valid value for 'times'.",
                "schedule: { cron: '0 9 * * *' }|'0 9 * * *' is not a valid value for 'cron'.",
                "schedule: { cron: '* 0 9 1 * ?' }|'* 0 9 1 * ?' is not a valid value for 'cron'.",
                "schedule: { start: tomorrow }|'tomorrow' is not a valid value for 'start'.",
                "schedule: { except: [sundays] }|'sundays' is not a day that can be left out.",
                "channels: []|There is no channel in the list.",
                "channels: [sms, sms]|'sms' stands here twice.",
                "pace: 10/h|'10/h' is not a valid value for 'pace'."
            },
            delimiter = '|',
            quoteCharacter = '"')
    void refusesWhatCannotWork(String line, String what) {
        var steps = line.startsWith("steps") ? "" : BOTH;

        assertThat(only(HEAD + steps + line + "\n")).contains(what);
    }

    private static String only(String text) {
        var problems = problems(text);
        assertThat(problems).hasSize(1);
        return problems.get(0).toString().replace("campaigns/bill.yaml:", "");
    }

    private static List<Problem> problems(String text) {
        var problems = new ArrayList<Problem>();
        TestCampaigns.REFERENCES.check(
                new CampaignReader(node -> TestCampaigns.EVERYBODY).read("bill", 1, text, problems));
        problems.sort(Definition.BY_PLACE);
        return problems;
    }
}
