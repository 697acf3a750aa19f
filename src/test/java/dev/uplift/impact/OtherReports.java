package dev.uplift.impact;

import static dev.uplift.impact.Studies.arm;
import static dev.uplift.impact.Studies.evidence;
import static dev.uplift.impact.Studies.plan;

import dev.uplift.impact.stats.Classes;

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
