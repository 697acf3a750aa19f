package dev.uplift.web.staff;

import dev.uplift.impact.Report;
import java.util.List;
import java.util.Map;

/** What the campaign of {@link Samples} did so far. */
final class SampleReport {

    static final Report NOT_ENOUGH = new Report(
            "instalment-explained",
            Samples.NOW,
            "nps",
            "A",
            new Report.Verdict(
                    "NOT_ENOUGH",
                    Map.of(
                            "en",
                            "Not decidable yet: +11.0 points (range −2.1 to +24.1). Needed are 330 more answers, about"
                                    + " 1,650 invitations at an answer rate of 20 %.",
                            "de",
                            "Noch nicht entscheidbar: +11,0 Punkte (Spanne −2,1 bis +24,1). Nötig sind 330 Antworten"
                                    + " mehr, etwa 1.650 Einladungen bei 20 % Rücklauf.")),
            Map.of(
                    "treated",
                    new Report.Arm(12_648, 8_171, 3_060, 612, 153, 177, 282, 21.1, 14.6, 27.6),
                    "holdOut",
                    new Report.Arm(4_320, 2_730, 1_020, 204, 59, 65, 80, 10.3, -1.1, 21.7)),
            new Report.Difference(11.0, -2.1, 24.1, 0.1),
            new Report.Naive(7.2, 21.1, 13.9),
            List.of(
                    new Report.Check("lot-balance", true, "12,648 drawn as treated and 4,320 as hold-out; p = 0.2113"),
                    new Report.Check("response-balance", true, "20.0 % and 20.0 % answered; p = 1.0000"),
                    new Report.Check("same-survey", true, "treated: [nps-annual-bill]; hold-out: [nps-annual-bill]"),
                    new Report.Check("enough-answers", false, "612 answers treated, 204 hold-out")),
            new Report.Needed(330, 1650, 9L));

    private SampleReport() {}
}
