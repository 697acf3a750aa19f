package dev.uplift.web.staff;

import dev.uplift.audience.Rule;
import dev.uplift.campaign.Campaign;
import dev.uplift.campaign.CampaignStatus;
import dev.uplift.campaign.CampaignStatus.State;
import dev.uplift.campaign.Goal;
import dev.uplift.campaign.Schedule;
import dev.uplift.campaign.Unit;
import dev.uplift.delivery.CustomerDecision;
import dev.uplift.delivery.Plan;
import dev.uplift.delivery.SendRow;
import dev.uplift.delivery.StepCounts;
import dev.uplift.delivery.Unknown;
import dev.uplift.impact.SampleReports;
import dev.uplift.platform.Metric;
import dev.uplift.platform.Problem;
import dev.uplift.platform.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A campaign of the sample company in full swing, for tests that look at pages. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-09-14T12:14:00Z");

    static final Goal GOAL = new Goal(Metric.NPS, 15, LocalDate.of(2026, 9, 30), 5);

    static final Campaign CAMPAIGN = new Campaign(
            "instalment-explained",
            3,
            "hash",
            "Instalment change explained",
            "billing",
            "annual-bill",
            "promise/clear-bills",
            Purpose.SERVICE,
            GOAL,
            new Rule.Event("bill", null),
            0.25,
            Unit.CUSTOMER,
            List.of(),
            List.of("preferred", "email", "sms"),
            new Schedule(null, null, "recipient", null, null, List.of()),
            120,
            List.of(),
            FollowUpsTests.AFTER_ANSWERS);

    static final CampaignStatus STATUS = new CampaignStatus(
            "instalment-explained",
            "Instalment change explained",
            "billing",
            State.LAUNCHED,
            3,
            Instant.parse("2026-10-01T07:00:00Z"),
            Instant.parse("2026-09-02T14:20:00Z"),
            "lena");

    static final Map<String, Long> COUNTS = Map.of(
            "DELIVERED", 7112L, "ACCEPTED", 834L, "SENDING", 225L, "BOUNCED", 38L, "UNKNOWN", 3L, "PLANNED", 4436L);

    static final Progress PROGRESS = new Progress(
            new Plan(
                    17_280,
                    4_320,
                    Map.of("NO_CONSENT", 188L, "CONTACT_CAP", 97L, "NO_ADDRESS", 27L),
                    12_648,
                    Map.of("email", 10_087L, "sms", 2_561L),
                    List.of()),
            COUNTS,
            List.of(
                    new StepCounts(
                            1,
                            "message",
                            "instalment-explained",
                            16_968,
                            Map.of(
                                    "ACCEPTED",
                                    7946L,
                                    "SENDING",
                                    225L,
                                    "BOUNCED",
                                    41L,
                                    "GHOST",
                                    2730L,
                                    "PLANNED",
                                    6026L),
                            Map.of("email", 13_501L, "sms", 3_467L)),
                    new StepCounts(
                            2,
                            "survey",
                            "nps-annual-bill",
                            10_942,
                            Map.of("ACCEPTED", 4080L, "PLANNED", 6862L),
                            Map.of("email", 8_801L, "sms", 2_141L))));

    private Samples() {}

    static Wording wording(Locale locale) {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/staff");
        texts.setDefaultEncoding("UTF-8");
        texts.setDefaultLocale(Locale.ENGLISH);
        return new Wording(texts, locale, ZoneId.of("Europe/Berlin"));
    }

    static CampaignPage page(Wording wording, RecipientCard recipient) {
        return new CampaignPage(
                CAMPAIGN.key(),
                CAMPAIGN.name(),
                Tag.of(State.LAUNCHED, wording),
                CampaignPage.facts(CAMPAIGN, STATUS, wording),
                Actions.of(State.LAUNCHED, true, true),
                DeliveryCard.of(PROGRESS, State.LAUNCHED, 0.25, wording),
                "3",
                wording.text("staff.stuck", wording.count(4436), wording.time(NOW)),
                new SecondChance(wording.count(12), wording.count(97)),
                ScoreCard.of(SampleReports.notEnough(NOW), wording),
                CampaignPage.GoalCard.of(CAMPAIGN, STATUS, wording),
                recipient,
                "name: Instalment change explained\nowner: billing\ntouchpoint: annual-bill\nhold-out: 25%\n");
    }

    static RecipientCard recipient(Wording wording) {
        var got = new SendRow(
                UUID.fromString("00000000-0000-0000-0000-000000000001"),
                "C-1001",
                1,
                1,
                "treated",
                "message",
                "email",
                null,
                "DELIVERED",
                null,
                NOW,
                NOW,
                1,
                "smtp",
                "id-1",
                "250 2.0.0 Ok: queued");
        var left = new SendRow(
                null,
                "C-1001",
                1,
                2,
                "none",
                "none",
                null,
                null,
                "LEFT_OUT",
                "SURVEY_REST",
                null,
                null,
                0,
                null,
                null,
                null);
        return new RecipientCard(
                "C-1001", List.of(RecipientCard.Entry.of(got, wording), RecipientCard.Entry.of(left, wording)), null);
    }

    static RecipientCard undecided(Wording wording) {
        var decision = new CustomerDecision(
                "C-7", "left-out", "NO_CONSENT", null, Map.of("email", "NO_CONSENT", "sms", "NO_ADDRESS"));
        return new RecipientCard("C-7", List.of(), RecipientCard.Decision.of(decision, wording));
    }

    static UnknownPage unknown(Wording wording) {
        var asked = unknown(1, "email", "WORKER_DIED", null, Duration.ofDays(4), "lena");
        var open = unknown(2, "sms", "NO_REPLY", "NOT_THERE", Duration.ofMinutes(95), null);
        return new UnknownPage(
                CAMPAIGN.key(),
                CAMPAIGN.name(),
                wording.count(2),
                true,
                true,
                List.of(
                        UnknownPage.Row.of(asked, "maria", true, NOW, wording),
                        UnknownPage.Row.of(open, "maria", true, NOW, wording)));
    }

    private static Unknown unknown(
            int number,
            String channel,
            String reason,
            @Nullable String finding,
            Duration age,
            @Nullable String askedBy) {
        return new Unknown(
                new UUID(0, number),
                "C-100" + number,
                1,
                1,
                "message",
                channel,
                "service",
                1,
                reason,
                NOW.minus(age),
                age.toHours() >= 72,
                finding,
                askedBy,
                askedBy == null ? null : NOW,
                askedBy == null ? null : "The contract starts on Monday and she has to sign it before.");
    }

    static PlanPage plan(TrialForm trial, Wording wording) {
        return new PlanPage(
                CAMPAIGN.key(),
                CAMPAIGN.name(),
                Tag.of(State.DRAFT, wording),
                Reconciliation.of(PROGRESS.plan(), 0.25, wording),
                ReportSamples.expectation(wording),
                ReportSamples.trial(trial, wording),
                List.of(PlanPage.Fault.of(Problem.warning(
                        "templates/instalment-explained/sms.de.ftl",
                        "41 customers have no first name.",
                        "Give the greeting a default."))),
                true,
                12_648,
                FollowUps.lines(CAMPAIGN, PROGRESS.plan(), wording));
    }

    static List<CampaignRow> rows(Wording wording) {
        var draft = new CampaignStatus("win-back", "Detractor win-back", "service", State.DRAFT, 1, null, null, null);
        var paused = new CampaignStatus(
                "yearly", "Yearly relationship survey", "customer-experience", State.PAUSED, 2, NOW, NOW, "lena");
        return List.of(
                CampaignRow.of(STATUS, PROGRESS, SampleReports.kept(SampleReports.notEnough(NOW)), wording),
                CampaignRow.of(draft, null, null, wording),
                CampaignRow.of(paused, PROGRESS, null, wording));
    }
}
