package dev.uplift.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.Metric.Part;
import dev.uplift.platform.Problem;
import dev.uplift.platform.Purpose;
import dev.uplift.survey.Definition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows an answer, as its author writes it. */
class FollowUpReaderTests {

    private static final String HEAD = """
            name: A
            purpose: service
            audience: { attribute: product }
            steps: [{ survey: nps-service }]
            follow-up:
            """;

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void readsCasesAndMessages() {
        var campaign = read(HEAD + """
                  detractor: { case: service-desk, within: 48h }
                  passive: { send: letter, after: 2d }
                  promoter: { send: letter, purpose: marketing }
                """);

        assertThat(problems).isEmpty();
        assertThat(Objects.requireNonNull(campaign).followUps())
                .isEqualTo(Map.of(
                        Part.LOWER, new FollowUp.Open("service-desk", Duration.ofDays(2)),
                        Part.MIDDLE, send(2, Duration.ofDays(2), Purpose.SERVICE),
                        Part.UPPER, send(3, Duration.ZERO, Purpose.MARKETING)));
        assertThat(campaign.messagesAfterAnswers())
                .extracting(message -> message.step().number())
                .containsExactly(2, 3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            passive: { send: letter, within: 2d } | 6:36: Only a case has a time within which somebody acts. Write 'after' for a message.
            passive: { case: service-desk, after: 2d } | 6:41: A case is opened at once. Remove 'after'.
            passive: { case: service-desk, purpose: service } | 6:43: A case needs no purpose. Remove 'purpose'.
            passive: { case: service-desk, send: letter } | 6:12: A follow-up either opens a case or sends. Write { case: service-desk, within: 48h } or { send: saving-tips, after: 2d }, one of both.
            passive: { after: 2d } | 6:12: A follow-up either opens a case or sends. Write { case: service-desk, within: 48h } or { send: saving-tips, after: 2d }, one of both.
            passive: { send: lettr } | 6:20: There is no template 'lettr'. Add templates/lettr/email.de.ftlh. Or did you mean 'letter'?
            passive: { send: mail-only } | 6:20: The template 'mail-only' has no text for sms, a channel of this campaign. Add templates/mail-only/sms.de.ftl, or leave sms out of 'channels'.
            passive: { case: service-dsk } | 6:20: There is no desk 'service-dsk'. Add campaigns/desks/service-dsk.yaml. Or did you mean 'service-desk'?
            passive: { send: letter, after: soon } | 6:35: 'soon' is not a valid value for 'after'. Write a time of at most a year, e.g. 36h, 2d or 2w.
            passive: { case: service-desk, within: soon } | 6:42: 'soon' is not a valid value for 'within'. Write an opening time such as 8h or 48h.
            passive: { send: letter, purpose: survey } | 6:37: 'survey' is not a valid value for 'purpose'. Write service or marketing; it decides which consent is needed.
            passive: letter | 6:12: 'passive' must be a mapping. Write { case: service-desk, within: 48h } or { send: saving-tips, after: 2d }, one of both.
            passives: { send: letter } | 6:3: Unknown key 'passives'. Did you mean 'passive'?
            """)
    void reportsEachMistakeAtItsPlace(String line, String expected) {
        check(HEAD + "  " + line + "\n");

        assertThat(said()).containsExactly(expected);
    }

    @Test
    void refusesFollowUpsWhereNobodyIsAsked() {
        check(HEAD.replace("survey: nps-service", "send: letter") + "  passive: { send: letter }\n");

        assertThat(said())
                .containsExactly("6:3: Nobody is asked, so there is no answer to follow up. Add '- survey: key'.");
    }

    @Test
    void wantsAPurposeWhereTheCampaignOnlyAsks() {
        check(HEAD.replace("purpose: service", "purpose: survey") + "  passive: { send: letter }\n");

        assertThat(said())
                .containsExactly("6:12: This message needs a purpose of its own, since the campaign only asks."
                        + " Write service or marketing; it decides which consent is needed.");
    }

    private static FollowUp send(int number, Duration after, Purpose purpose) {
        return new FollowUp.Send(new Step(number, Step.Kind.FOLLOW_UP, "letter", after, Map.of(), number), purpose);
    }

    private Campaign read(String text) {
        return Objects.requireNonNull(reader().read("a", 1, text, problems).campaign());
    }

    private void check(String text) {
        TestCampaigns.REFERENCES.check(reader().read("a", 1, text, problems));
        problems.sort(Definition.BY_PLACE);
    }

    private List<String> said() {
        return problems.stream()
                .map(problem ->
                        problem.line() + ":" + problem.column() + ": " + problem.what() + " " + problem.remedy())
                .toList();
    }

    private static CampaignReader reader() {
        return new CampaignReader(node -> TestCampaigns.EVERYBODY);
    }
}
