package dev.uplift.impact;

import dev.uplift.impact.stats.Bounds;
import dev.uplift.impact.stats.Interval;
import dev.uplift.impact.stats.SequentialPlan;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Treated against hold-out, by assignment (intention to treat): everybody drawn counts, reached or not.
 *
 * @param subject what is compared with its absence
 * @param estimates the effect by each method that applies
 */
record Comparison(Subject subject, Evidence evidence, Side treated, Side holdOut, Look look, Estimates estimates) {

    private static final int FEWEST_ANSWERS = 50;
    private static final int SMALL_CELL = 5;
    private static final int FEWEST_PLANNED = 100;

    static Comparison of(Subject subject, Evidence evidence) {
        var treated = Side.of("treated", evidence);
        var holdOut = Side.of("hold-out", evidence);
        var look =
                subject.readsOut() ? Look.at(evidence, treated, holdOut) : Look.amongMany(evidence, treated, holdOut);
        return new Comparison(subject, evidence, treated, holdOut, look, Estimates.of(evidence, treated, holdOut));
    }

    MeasurementPlan plan() {
        return evidence.plan();
    }

    VerdictCode code() {
        var range = comparable() ? range() : new Interval(-whole(), whole());
        return VerdictCode.of(flaws(), range.low(), range.high(), plan().worth());
    }

    /** Both arms have answers, and of enough accounts where these were drawn. */
    boolean comparable() {
        return fewestAnswers() > 0
                && accounts()
                        .map(all -> all.fewest(Accounts.SCORE) >= Accounts.FEWEST)
                        .orElse(true);
    }

    /** Both arms in accounts, where these were drawn as a whole. */
    Optional<Accounts> accounts() {
        return plan().byAccount() ? Optional.of(new Accounts(evidence.accounts())) : Optional.empty();
    }

    /** Variance of a mean, in variances of as many unrelated answers; planned with while accounts are too few to tell. */
    double designEffect() {
        return accounts()
                .map(all -> comparable() ? estimates.variance() : all.designEffect(1))
                .orElse(1.0);
    }

    /** A hold-out was drawn, or will be. */
    boolean controlled() {
        return holdOut.assigned() > 0 || (treated.assigned() == 0 && plan().holdOut() > 0);
    }

    boolean enoughAnswers() {
        return fewestAnswers() >= FEWEST_ANSWERS;
    }

    long fewestAnswers() {
        return Math.min(treated.answered(), holdOut.answered());
    }

    /** The effect in points by the method that decides. */
    double points() {
        return estimates.primary().points();
    }

    /** The range that decides at this look: wide enough for all looks before the read-out, or that of the read-out. */
    Interval range() {
        var primary = estimates.primary();
        return rule().range(primary.range(), primary.effect(), look.answers(), look.last())
                .clipped(whole());
    }

    /** Two-sided; before the read-out it holds however often one looks. */
    private double p() {
        var primary = estimates.primary();
        return look.last() ? primary.p() : rule().running().p(primary.effect(), look.answers());
    }

    /** The largest difference there can be. */
    private double whole() {
        return 100.0 - plan().asks().leastScore();
    }

    Report.Difference difference() {
        var range = range();
        var primary = estimates.primary();
        return new Report.Difference(
                Rounded.of(primary.points()),
                Rounded.of(range.low()),
                Rounded.of(range.high()),
                Rounded.of(p()),
                rule().confidence(look.last()),
                primary.name());
    }

    /** Where the effect may lie given that one arm answered more often. */
    Interval bounds() {
        return Bounds.lee(treated.answers(), treated.rate(), holdOut.answers(), holdOut.rate());
    }

    /** One arm answered more often, and neither weights nor bounds can rule out that this alone makes the difference. */
    boolean biased() {
        if (!comparable() || new Soundness(this).responseIsAlike()) {
            return false;
        }
        var bounds = bounds();
        return bounds.low() <= 0 && bounds.high() >= 0 && !estimates.weightsAgree();
    }

    Report.@Nullable Naive naive() {
        var before = treated.earlier();
        if (before.answered() == 0 || treated.answered() == 0) {
            return null;
        }
        var change = treated.answers().score() - before.score();
        return new Report.Naive(
                Rounded.of(before.score()), Rounded.of(treated.answers().score()), Rounded.of(change), natural());
    }

    private @Nullable Double natural() {
        return holdOut.answered() == 0 || holdOut.earlier().answered() == 0
                ? null
                : (Double)
                        Rounded.of(holdOut.answers().score() - holdOut.earlier().score());
    }

    private Set<VerdictCode> flaws() {
        var soundness = new Soundness(this);
        var flaws = EnumSet.noneOf(VerdictCode.class);
        add(flaws, VerdictCode.NO_CONTROL, !controlled());
        add(flaws, VerdictCode.HIDDEN_SMALL_CELL, smallCell());
        add(flaws, VerdictCode.PLAN_CHANGED, !soundness.planWasKept());
        add(flaws, VerdictCode.LOT_BROKEN, !soundness.lotIsFair());
        add(flaws, VerdictCode.TOO_FEW_GROUPS, tooFewGroups());
        add(flaws, VerdictCode.TOO_EARLY, !enoughAnswers());
        add(flaws, VerdictCode.RESPONSE_BIASED, biased());
        return flaws;
    }

    private boolean smallCell() {
        return treated.assigned() + holdOut.assigned() > 0 && small(Math.min(treated.assigned(), holdOut.assigned()));
    }

    /** Scores of so few people would tell about single ones. */
    static boolean small(long people) {
        return people < SMALL_CELL;
    }

    /** Of so few accounts drawn, or with answers once these are enough, nobody can say how much they differ by chance. */
    private boolean tooFewGroups() {
        return treated.assigned() > 0
                && accounts()
                        .map(all -> all.fewest(enoughAnswers() ? Accounts.SCORE : Accounts.DRAWN))
                        .filter(fewest -> fewest < Accounts.FEWEST)
                        .isPresent();
    }

    private SequentialPlan rule() {
        return new SequentialPlan(
                Math.max(FEWEST_PLANNED, plan().plannedAnswers()), plan().runningAlpha(), plan().finalAlpha());
    }

    private static void add(Set<VerdictCode> flaws, VerdictCode flaw, boolean found) {
        if (found) {
            flaws.add(flaw);
        }
    }
}
