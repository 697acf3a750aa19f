package dev.uplift.impact;

import static dev.uplift.impact.Studies.arm;
import static dev.uplift.impact.Studies.evidence;
import static dev.uplift.impact.Studies.plan;

import dev.uplift.impact.stats.Classes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reports whose verdict forbids a number, or whose number needs a word, for the tests of pages. */
public final class OtherReports {

    private OtherReports() {}

    /** The treated answered more often, and that alone could make the difference. */
    public static Report biased() {
        return Studies.report(evidence(
                plan(5, .5),
                arm("treated", 1000, 1000, new Classes(69, 98, 173)),
                arm("hold-out", 1000, 1000, new Classes(75, 70, 115))));
    }

    /** Fewer were held back than the lot allows. */
    public static Report broken() {
        return Studies.report(evidence(
                plan(5, .1),
                arm("treated", 8900, 8900, new Classes(300, 300, 400)),
                arm("hold-out", 1100, 1100, new Classes(60, 60, 80))));
    }

    /** One arm is so small that its scores would tell about single people. */
    public static Report hidden() {
        return Studies.report(evidence(
                plan(5, .2), arm("treated", 8, 8, new Classes(1, 1, 2)), arm("hold-out", 2, 2, new Classes(0, 0, 1))));
    }

    /** A campaign that is measured by CSAT: it works. */
    public static Report csat() {
        return Studies.report(evidence(
                Studies.csat(5, .5),
                satisfied("treated", 2, 210, 190),
                satisfied("treated", 5, 370, 30),
                satisfied("hold-out", 2, 160, 240),
                satisfied("hold-out", 5, 330, 70)));
    }

    private static Peers satisfied(String arm, int earlier, long some, long others) {
        var scores = new ArrayList<>(Collections.nCopies(11, 0L));
        scores.set(2, others / 2);
        scores.set(3, others - others / 2);
        scores.set(4, some / 2);
        scores.set(5, some - some / 2);
        return new Peers(arm, "email", earlier, 2 * (some + others), 2 * (some + others), List.copyOf(scores));
    }

    /** Both arms answer alike, and earlier answers explain part of the later ones. */
    public static Report adjusted() {
        return Studies.report(evidence(
                plan(5, .5),
                Studies.peers("treated", "email", 3, 1000, 1000, new Classes(150, 100, 50)),
                Studies.peers("treated", "email", 9, 1000, 1000, new Classes(30, 70, 200)),
                Studies.peers("hold-out", "email", 3, 1000, 1000, new Classes(190, 80, 30)),
                Studies.peers("hold-out", "email", 9, 1000, 1000, new Classes(60, 80, 160))));
    }
}
