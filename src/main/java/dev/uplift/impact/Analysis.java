package dev.uplift.impact;

import dev.uplift.impact.Report.Estimate;
import dev.uplift.impact.Report.Range;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From evidence to report, without a clock, a database or chance: comparison ─▶ flaws ─▶ verdict ─▶ sentences and numbers.
 */
final class Analysis {

    /** Changes with anything that changes a number for the same evidence. */
    static final String ENGINE = "3";

    private final Evidence evidence;
    private final Comparison comparison;
    private final VerdictCode code;
    private final boolean hidden;

    Analysis(Evidence evidence) {
        this(Subject.CAMPAIGN, evidence);
    }

    Analysis(Subject subject, Evidence evidence) {
        this.evidence = evidence;
        this.comparison = Comparison.of(subject, evidence);
        this.code = comparison.code();
        this.hidden = code == VerdictCode.HIDDEN_SMALL_CELL;
    }

    VerdictCode code() {
        return code;
    }

    Report report(Report.Method method) {
        var ladder = new Ladder(comparison, code);
        var needed = new Shortage(comparison).needed(code);
        var shown = comparison.comparable() && !hidden;
        return new Report(
                evidence.plan().campaign(),
                evidence.asOf(),
                evidence.plan().metric(),
                ladder.level(),
                new Report.Verdict(code.name(), new Wording(comparison, needed).texts(code)),
                arms(),
                shown ? comparison.difference() : null,
                hidden ? null : comparison.naive(),
                new Checks(comparison).all(),
                needed,
                evidence.plan(),
                comparison.look(),
                shown ? bounds() : null,
                shown ? estimates() : List.of(),
                ladder.rungs(),
                shown && comparison.enoughAnswers() && code.level().equals("A") ? perThousand() : null,
                new Outcomes(comparison, code).rows(),
                segments(),
                hidden ? Map.of() : Migrations.of(comparison),
                hidden ? List.of() : evidence.themes(),
                method,
                sensitivity());
    }

    private Map<String, Report.Arm> arms() {
        var arms = new LinkedHashMap<String, Report.Arm>();
        arms.put("treated", arm(comparison.treated()));
        arms.put("holdOut", arm(comparison.holdOut()));
        return arms;
    }

    private Report.Arm arm(Side side) {
        var accounts = comparison.accounts().map(all -> all.count(Accounts.DRAWN, side.arm()));
        return side.shown(hidden, accounts.orElse(null), comparison.designEffect());
    }

    /** Nothing is said about parts of what may not be compared as a whole. */
    private Report.Segments segments() {
        return hidden || (evidence.plan().byAccount() && !comparison.comparable())
                ? Report.Segments.NONE
                : new SegmentEffects(
                                evidence.plan().strata(),
                                evidence.peers(),
                                evidence.plan().asks(),
                                comparison.designEffect())
                        .segments();
    }

    private @Nullable Sensitivity sensitivity() {
        var trusted = evidence.trusted();
        return hidden || trusted == null
                ? null
                : Sensitivity.of(comparison, Comparison.of(comparison.subject(), trusted));
    }

    private @Nullable Range bounds() {
        if (new Soundness(comparison).responseIsAlike()) {
            return null;
        }
        var bounds = comparison.bounds();
        return new Range(Rounded.of(bounds.low()), Rounded.of(bounds.high()));
    }

    private List<Estimate> estimates() {
        return comparison.estimates().all().stream()
                .map(estimator -> Estimate.of(estimator.name(), estimator))
                .toList();
    }

    /** 100 points on one person are one net promoter, or one more who is satisfied, so that points are people per hundred. */
    private Estimate perThousand() {
        var range = comparison.range();
        return new Estimate(
                "per-thousand",
                Rounded.of(10 * comparison.points()),
                Rounded.of(10 * range.low()),
                Rounded.of(10 * range.high()),
                comparison.difference().p());
    }
}
