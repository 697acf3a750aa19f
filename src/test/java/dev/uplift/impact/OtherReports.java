package dev.uplift.impact;

import static dev.uplift.impact.Studies.arm;
import static dev.uplift.impact.Studies.evidence;
import static dev.uplift.impact.Studies.inAccounts;
import static dev.uplift.impact.Studies.peers;
import static dev.uplift.impact.Studies.plan;

import dev.uplift.impact.Accounts.Alike;
import dev.uplift.impact.stats.Classes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reports whose verdict forbids a number, or whose number needs a word, for the tests of pages. */
public final class OtherReports {

    private OtherReports() {}

    /** Some answers of an effect that is worth having came by links that a program had opened before. */
    public static Report reviewed() {
        var all = evidence(
                plan(5, .2),
                arm("treated", 8000, 8000, new Classes(500, 700, 1400)),
                arm("hold-out", 2000, 2000, new Classes(200, 200, 250)));
        var trusted = evidence(
                plan(5, .2),
                arm("treated", 8000, 8000, new Classes(490, 700, 1160)),
                arm("hold-out", 2000, 2000, new Classes(180, 200, 250)));
        return Studies.report(all.beside(trusted));
    }

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

    /** Whole accounts were drawn, and people are told apart by product too; few have no known one. */
    public static Report accounts() {
        var plan = plan(5, .25, true, "ACCOUNT", List.of("channel", "product"));
        var people = evidence(
                plan,
                peers("treated", "email\u001fgas", 3, 2000, 2000, new Classes(150, 150, 200)),
                peers("treated", "sms\u001fgas", 3, 1000, 1000, new Classes(80, 90, 100)),
                peers("treated", "email\u001fheat", 3, 1502, 1502, new Classes(60, 90, 150)),
                peers("treated", "email\u001f–", 3, 40, 40, new Classes(1, 1, 1)),
                peers("hold-out", "email\u001fgas", 3, 690, 690, new Classes(50, 60, 50)),
                peers("hold-out", "sms\u001fgas", 3, 300, 300, new Classes(30, 30, 25)),
                peers("hold-out", "email\u001fheat", 3, 500, 500, new Classes(25, 35, 40)),
                peers("hold-out", "email\u001f–", 3, 10, 10, new Classes(1, 1, 1)));
        return Studies.report(inAccounts(
                people,
                new Alike("answered", "treated", 6, 1, 618),
                new Alike("answered", "treated", 6, 5, 91),
                new Alike("answered", "treated", 6, 0, 48),
                new Alike("answered", "hold-out", 6, 1, 198),
                new Alike("answered", "hold-out", 6, 5, 30),
                new Alike("answered", "hold-out", 6, 0, 22),
                new Alike("earlier", "treated", 6, -600, 757),
                new Alike("earlier", "hold-out", 6, -600, 250),
                new Alike("score", "treated", 1, 100, 376),
                new Alike("score", "treated", 1, -100, 242),
                new Alike("score", "treated", 5, 100, 26),
                new Alike("score", "treated", 5, 0, 65),
                new Alike("score", "hold-out", 1, 100, 100),
                new Alike("score", "hold-out", 1, -100, 98),
                new Alike("score", "hold-out", 5, 100, 8),
                new Alike("score", "hold-out", 5, 0, 22),
                new Alike("churned", "treated", 6, 0, 757),
                new Alike("churned", "hold-out", 6, 0, 250),
                new Alike("withdrawn", "treated", 6, 0, 757),
                new Alike("withdrawn", "hold-out", 6, 0, 250)));
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
                peers("treated", "email", 3, 1000, 1000, new Classes(150, 100, 50)),
                peers("treated", "email", 9, 1000, 1000, new Classes(30, 70, 200)),
                peers("hold-out", "email", 3, 1000, 1000, new Classes(190, 80, 30)),
                peers("hold-out", "email", 9, 1000, 1000, new Classes(60, 80, 160))));
    }
}
