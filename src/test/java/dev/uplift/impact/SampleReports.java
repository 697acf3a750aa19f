package dev.uplift.impact;

import dev.uplift.impact.Evidence.Besides;
import dev.uplift.impact.stats.Classes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reports for the tests of pages, computed from counts as real ones are. */
public final class SampleReports {

    private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");
    private static final Instant READ_OUT = Instant.parse("2026-11-27T08:00:00Z");

    private SampleReports() {}

    /** Half way: +13 points with nothing decided. */
    public static Report notEnough(Instant now) {
        return report(now, .25, 12_648, 4_320, 4, 1);
    }

    /** The first answers. */
    public static Report tooEarly(Instant now) {
        return report(now, .25, 12_648, 4_320, 1, 8);
    }

    /** After the read-out: it works. */
    public static Report proven() {
        return report(READ_OUT, .25, 12_648, 4_320, 20, 1);
    }

    /** Nobody was held back. */
    public static Report alone(Instant now) {
        return report(now, 0, 12_648, 0, 4, 1);
    }

    /** A report as the lists know it. */
    public static Finding kept(Report report) {
        return new Finding(
                report.campaign(),
                report.asOf(),
                report.metric(),
                report.level(),
                report.verdict(),
                report.arms(),
                report.difference(),
                report.naive(),
                report.look());
    }

    private static Report report(Instant now, double holdOut, long treated, long others, long times, long fewer) {
        var peers = new ArrayList<Peers>();
        for (var channel : List.of("email", "sms")) {
            peers.addAll(peers("treated", channel, treated, times, 1));
            if (others > 0) {
                peers.addAll(peers("hold-out", channel, others, times, fewer));
            }
        }
        var plan = new MeasurementPlan(
                "instalment-explained",
                3,
                1,
                "nps",
                "0-6 / 7-8 / 9-10",
                5,
                15,
                null,
                holdOut,
                "CUSTOMER",
                true,
                List.of("channel"),
                READ_OUT,
                3_400,
                .01,
                .04,
                START);
        var themes = List.of(new Theme("The new instalment", 96, 41), new Theme("How clear the bill is", 80, 22));
        var evidence = new Evidence(
                plan,
                now,
                4,
                List.copyOf(peers),
                besides(treated, "treated", peers),
                others > 0 ? besides(others, "hold-out", peers) : Besides.NOTHING,
                themes,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new Analysis(evidence).report(new Report.Method(Analysis.ENGINE, "0".repeat(64), "f".repeat(64)));
    }

    private static Besides besides(long exposed, String arm, List<Peers> peers) {
        return new Besides(
                exposed,
                Studies.invited(arm, peers.toArray(Peers[]::new)),
                "nps-annual-bill",
                240,
                START.plusSeconds(700_000),
                7.2,
                0,
                Studies.guardrails(31, 12));
    }

    private static List<Peers> peers(String arm, String channel, long assigned, long times, long fewer) {
        var better = arm.equals("treated") ? 6 : 1;
        return List.of(
                people(
                        arm,
                        channel,
                        3,
                        assigned / 4,
                        20 * times / fewer,
                        10 * times / fewer,
                        (better + 6) * times / fewer),
                people(
                        arm,
                        channel,
                        8,
                        assigned / 4,
                        9 * times / fewer,
                        16 * times / fewer,
                        (better + 14) * times / fewer));
    }

    private static Peers people(
            String arm, String channel, int earlier, long assigned, long detractors, long passives, long promoters) {
        var answers = arm.equals("treated")
                ? new Classes(3 * detractors, 3 * passives, 3 * promoters)
                : new Classes(detractors, passives, promoters);
        return Studies.peers(arm, channel, earlier, assigned, assigned * 9 / 10, answers);
    }
}
