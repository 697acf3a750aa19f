package dev.uplift.impact;

import static dev.uplift.impact.Studies.arm;
import static dev.uplift.impact.Studies.evidence;
import static dev.uplift.impact.Studies.inAccounts;
import static dev.uplift.impact.Studies.peers;
import static dev.uplift.impact.Studies.plan;

import dev.uplift.impact.Accounts.Alike;
import dev.uplift.impact.stats.Classes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** For each verdict evidence that leads to it. */
final class Examples {

    private Examples() {}

    static Map<VerdictCode, Evidence> all() {
        var examples = new EnumMap<VerdictCode, Evidence>(VerdictCode.class);
        examples.put(
                VerdictCode.NO_CONTROL,
                evidence(plan(5, 0), peers("treated", "email", 2, 500, 500, new Classes(60, 70, 70))));
        examples.put(VerdictCode.HIDDEN_SMALL_CELL, two(8, new Classes(1, 1, 2), 2, new Classes(0, 0, 1)));
        examples.put(VerdictCode.PLAN_CHANGED, mixed());
        examples.put(VerdictCode.LOT_BROKEN, two(890, new Classes(100, 200, 200), 310, new Classes(30, 40, 30)));
        examples.put(VerdictCode.TOO_FEW_GROUPS, accounts());
        examples.put(VerdictCode.TOO_EARLY, two(800, new Classes(100, 100, 100), 200, new Classes(10, 20, 19)));
        examples.put(
                VerdictCode.RESPONSE_BIASED, two(4000, new Classes(276, 392, 692), 1000, new Classes(75, 70, 115)));
        examples.put(
                VerdictCode.PROVEN_WORTH, two(8000, new Classes(500, 700, 1400), 2000, new Classes(200, 200, 250)));
        examples.put(
                VerdictCode.PROVEN_SMALL, two(8000, new Classes(600, 700, 1300), 2000, new Classes(165, 200, 285)));
        examples.put(VerdictCode.HARM, two(8000, new Classes(800, 700, 1100), 2000, new Classes(120, 200, 330)));
        examples.put(
                VerdictCode.NO_RELEVANT_EFFECT,
                two(80_000, new Classes(6000, 7000, 13_000), 20_000, new Classes(1510, 1740, 3250)));
        examples.put(VerdictCode.NO_BENEFIT, two(8000, new Classes(640, 700, 1260), 2000, new Classes(145, 175, 330)));
        examples.put(VerdictCode.NOT_ENOUGH, two(800, new Classes(80, 60, 100), 200, new Classes(24, 10, 26)));
        return examples;
    }

    private static Evidence two(long treated, Classes ofTreated, long holdOut, Classes ofHoldOut) {
        return evidence(
                plan(5, .2), arm("treated", treated, treated, ofTreated), arm("hold-out", holdOut, holdOut, ofHoldOut));
    }

    /** Eight accounts on one side, all of which answered. */
    private static Evidence accounts() {
        var people = evidence(
                plan(5, .2, true, "ACCOUNT", List.of("channel")),
                arm("treated", 400, 400, new Classes(50, 70, 80)),
                arm("hold-out", 80, 80, new Classes(20, 20, 20)));
        return inAccounts(
                people,
                new Alike("answered", "treated", 10, 5, 40),
                new Alike("answered", "hold-out", 10, 7, 4),
                new Alike("answered", "hold-out", 10, 8, 4),
                new Alike("score", "treated", 5, 75, 40),
                new Alike("score", "hold-out", 7, 0, 4),
                new Alike("score", "hold-out", 8, 0, 4));
    }

    private static Evidence mixed() {
        var sound = two(800, new Classes(80, 60, 100), 200, new Classes(24, 10, 26));
        var reached = new Evidence.Besides(
                200, 200, "nps-bill", 10, Studies.START.plusSeconds(700_000), 7.0, 40, Studies.guardrails(0, 0));
        return new Evidence(
                sound.plan(),
                sound.asOf(),
                0,
                sound.peers(),
                sound.treated(),
                reached,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
