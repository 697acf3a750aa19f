package dev.uplift.impact;

import dev.uplift.impact.stats.Bounds;
import dev.uplift.impact.stats.Effect;
import dev.uplift.impact.stats.Interval;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Treated against hold-out, by assignment (intention to treat): everybody drawn counts, reached or not. */
record Comparison(Question question, Side treated, Side holdOut) {

    private static final int FEWEST_ANSWERS = 50;
    private static final int SMALL_CELL = 5;

    Report report(Instant now) {
        var code = code();
        var hidden = code == VerdictCode.HIDDEN_SMALL_CELL;
        var needed = new Shortage(this).needed(code);
        return new Report(
                question.campaign(),
                now,
                question.metric(),
                code.level(),
                new Report.Verdict(code.name(), new Wording(this, needed).texts(code)),
                arms(hidden),
                hidden ? null : difference(),
                hidden ? null : naive(),
                new Soundness(this).checks(),
                needed);
    }

    VerdictCode code() {
        var range = effect().range();
        return VerdictCode.of(flaws(), range.low(), range.high(), question.worth());
    }

    /** No hold-out was drawn, or none is planned. */
    boolean controlled() {
        return holdOut.assigned() > 0 || (treated.assigned() == 0 && question.holdOut() > 0);
    }

    boolean enoughAnswers() {
        return fewestAnswers() >= FEWEST_ANSWERS;
    }

    long fewestAnswers() {
        return Math.min(treated.answered(), holdOut.answered());
    }

    Effect effect() {
        return Effect.adjusted(treated.answers(), holdOut.answers());
    }

    /** Raw difference of the shown scores; its range is the adjusted one. */
    double points() {
        return treated.answers().score() - holdOut.answers().score();
    }

    Interval range() {
        return effect().range().clipped(200);
    }

    /** Where the effect may lie given that one arm answered more often. */
    Interval bounds() {
        return Bounds.lee(treated.answers(), treated.rate(), holdOut.answers(), holdOut.rate());
    }

    Report.@Nullable Naive naive() {
        if (treated.earlier().answered() == 0 || treated.answered() == 0) {
            return null;
        }
        var before = treated.earlier().score();
        var after = treated.answers().score();
        return new Report.Naive(before, after, after - before);
    }

    private Set<VerdictCode> flaws() {
        var soundness = new Soundness(this);
        var flaws = EnumSet.noneOf(VerdictCode.class);
        add(flaws, VerdictCode.NO_CONTROL, !controlled());
        add(flaws, VerdictCode.HIDDEN_SMALL_CELL, smallCell());
        add(flaws, VerdictCode.PLAN_CHANGED, !soundness.sameSurvey());
        add(flaws, VerdictCode.LOT_BROKEN, !soundness.lotIsFair());
        add(flaws, VerdictCode.TOO_EARLY, !enoughAnswers());
        add(flaws, VerdictCode.RESPONSE_BIASED, !soundness.responseIsAlike());
        return flaws;
    }

    private boolean smallCell() {
        return treated.assigned() + holdOut.assigned() > 0
                && Math.min(treated.assigned(), holdOut.assigned()) < SMALL_CELL;
    }

    private Map<String, Report.Arm> arms(boolean hidden) {
        var arms = new LinkedHashMap<String, Report.Arm>();
        arms.put("treated", treated.shown(hidden));
        arms.put("holdOut", holdOut.shown(hidden));
        return arms;
    }

    private Report.@Nullable Difference difference() {
        return fewestAnswers() == 0
                ? null
                : new Report.Difference(points(), range().low(), range().high(), effect().p());
    }

    private static void add(Set<VerdictCode> flaws, VerdictCode flaw, boolean found) {
        if (found) {
            flaws.add(flaw);
        }
    }
}
