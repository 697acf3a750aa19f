package dev.uplift.web.staff;

import dev.uplift.impact.Report;
import dev.uplift.impact.Report.Rung;
import java.util.List;

/**
 * A design of the identification ladder.
 *
 * @param used whether the verdict stands on it
 * @param estimate what it gives with its range; empty where it gives no number
 */
record RungRow(String level, String name, boolean admissible, boolean used, String why, String estimate) {

    static List<RungRow> of(Report report, Wording wording) {
        var scored = Proof.of(report).scored();
        return report.ladder().stream()
                .map(rung -> new RungRow(
                        rung.level(),
                        wording.text("staff.rung." + rung.level()),
                        rung.admissible(),
                        rung.level().equals(report.level()),
                        wording.chosen(rung.text()),
                        scored ? estimate(rung, wording) : ""))
                .toList();
    }

    private static String estimate(Rung rung, Wording wording) {
        var estimate = rung.estimate();
        return estimate == null
                ? ""
                : wording.tenths(estimate.points()) + " (" + wording.tenths(estimate.low(), estimate.high()) + ")";
    }
}
