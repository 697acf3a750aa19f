package dev.uplift.web.staff;

import dev.uplift.impact.Analyses.Kept;
import dev.uplift.impact.Assumption;
import dev.uplift.impact.Decisions.Decision;
import dev.uplift.impact.Finding;
import dev.uplift.impact.Forecasts.Forecast;
import dev.uplift.impact.OtherReports;
import dev.uplift.impact.Outlook;
import dev.uplift.impact.Report;
import dev.uplift.impact.SampleReports;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reports and trials of the sample campaign, for tests that look at pages. */
final class ReportSamples {

    private static final Assumption ASSUMPTION = new Assumption(16_968, 5, .2, 0, 0, .7, 6, 200, 1);

    private static final Outlook OUTLOOK = new Outlook(
            ASSUMPTION,
            List.of(
                    new Outlook.Look(1, 31.4, Map.of("TOO_EARLY", 1.0)),
                    new Outlook.Look(4, 1400, Map.of("NOT_ENOUGH", .905, "PROVEN_SMALL", .075, "TOO_EARLY", .02)),
                    new Outlook.Look(
                            14,
                            3390.5,
                            Map.of("NOT_ENOUGH", .22, "PROVEN_SMALL", .61, "PROVEN_WORTH", .14, "NO_BENEFIT", .03))),
            5.1,
            .965,
            47.8,
            SampleReports.proven().verdict().text());

    private static final Kept LOOK = new Kept(7, Samples.NOW, "2", "NOT_ENOUGH", "ab".repeat(32));

    private ReportSamples() {}

    static ReportPage page(String which, Wording wording) {
        var decided = new Decision(
                "We go on until the read-out and hold back 30 % in the next run.",
                "maria", Samples.NOW.minus(Duration.ofDays(2)), "NOT_ENOUGH");
        return ReportPage.of(
                Samples.CAMPAIGN,
                report(which),
                new ReportPage.History(List.of(LOOK), List.of(decided)),
                reason -> reason,
                wording);
    }

    /** Every kind of report beside the others. */
    static ReportsPage reports(String which, Wording wording) {
        var findings = which.equals("none")
                ? List.<Finding>of()
                : Stream.of(
                                SampleReports.notEnough(Samples.NOW),
                                OtherReports.adjusted(),
                                SampleReports.alone(Samples.NOW),
                                OtherReports.broken(),
                                OtherReports.biased())
                        .map(SampleReports::kept)
                        .toList();
        return ReportsPage.of(findings, Map.of(Samples.CAMPAIGN.key(), Samples.CAMPAIGN.name()), wording);
    }

    private static Report report(String which) {
        return switch (which) {
            case "proven" -> SampleReports.proven();
            case "early" -> SampleReports.tooEarly(Samples.NOW);
            case "alone" -> SampleReports.alone(Samples.NOW);
            case "biased" -> OtherReports.biased();
            case "csat" -> OtherReports.csat();
            case "reviewed" -> OtherReports.reviewed();
            case "accounts" -> OtherReports.accounts();
            case "broken" -> OtherReports.broken();
            default -> SampleReports.notEnough(Samples.NOW);
        };
    }

    static Expectation expectation(Wording wording) {
        return Expectation.of(Samples.CAMPAIGN, new Forecast(.2, 6.4, 864, .35, 21, 1), wording);
    }

    static TrialCard trial(TrialForm form, Wording wording) {
        if (!form.sent()) {
            return TrialCard.offered(ASSUMPTION);
        }
        return form.effect() != null && form.effect().equals("much")
                ? TrialCard.refused(
                        form,
                        ASSUMPTION,
                        new InvalidInput(List.of(Problem.error("effect", "This is no number.", "Give one."))),
                        wording)
                : TrialCard.of(OUTLOOK, wording);
    }

    static SendsPage sends(Wording wording) {
        var filter = new SendFilter(1, "treated", "", "");
        return new SendsPage(
                Samples.CAMPAIGN.key(),
                Samples.CAMPAIGN.name(),
                SendsPage.arms(Samples.CAMPAIGN.key(), filter, wording),
                SendsPage.kinds(Samples.CAMPAIGN.key(), filter, wording),
                wording.text("staff.send.DELIVERED"),
                Samples.recipient(wording).entries().stream()
                        .map(entry -> new SendsPage.Row("C-1001", entry))
                        .toList(),
                filter.address(Samples.CAMPAIGN.key(), "C-1001"));
    }

    static List<PlanPage.Fault> faults() {
        return List.of(PlanPage.Fault.of(new Problem(
                Problem.Severity.ERROR,
                "campaigns/spring-offer.yaml",
                12,
                15,
                "'holdout' is not known here.",
                "Write 'hold-out: 20%'.")));
    }
}
