package dev.uplift.impact;

import dev.uplift.impact.stats.Cluster;
import dev.uplift.impact.stats.Effect;
import dev.uplift.impact.stats.Power;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Both arms in whole accounts: their people talk to each other and are alike, so that accounts count and not people. */
record Accounts(List<Alike> groups) {

    /** Fewer accounts than this on a side are too few to tell how much accounts differ (MacKinnon and Webb 2017). */
    static final long FEWEST = 10;

    /** The people whom the lot drew, and which of them answered. */
    static final String DRAWN = "answered";

    /** Answers before the lot. */
    static final String EARLIER = "earlier";

    /** Answers to this run's survey. */
    static final String SCORE = "score";

    /**
     * Accounts that are alike in one thing.
     *
     * @param of what is counted: {@code score}, {@code earlier}, {@code answered}, or a guardrail
     * @param people of one account, at least 1: those with an answer for both scores, else all who were drawn
     * @param total of one account: sum of the points of these people for both scores, else how many of them did it
     */
    record Alike(String of, String arm, long people, double total, long accounts) {

        private Cluster cluster() {
            return new Cluster(arm.equals("treated"), people, total, accounts);
        }
    }

    /** Accounts of an arm for which this could be counted. */
    long count(String of, String arm) {
        return of(of).filter(group -> group.arm.equals(arm))
                .mapToLong(Alike::accounts)
                .sum();
    }

    /** The same of the arm that has fewer. */
    long fewest(String of) {
        return Math.min(count(of, "treated"), count(of, "hold-out"));
    }

    /** Treated less hold-out per person, in points or as a share; nothing while accounts are too few. */
    Optional<Effect> effect(String of) {
        return fewest(of) < FEWEST
                ? Optional.empty()
                : Optional.of(Cluster.effect(of(of).map(Alike::cluster).toList()));
    }

    /** Two-sided p of that difference; 1 while accounts are too few. */
    double p(String of) {
        return effect(of).map(Effect::p).orElse(1.0);
    }

    /** So many answers tell as much as one of unrelated people, at so many answers per person drawn; to plan with. */
    double designEffect(double rate) {
        var people = of(DRAWN).mapToLong(group -> group.accounts * group.people).sum();
        var squares = of(DRAWN)
                .mapToLong(group -> group.accounts * group.people * group.people)
                .sum();
        return designEffect(people == 0 ? 1 : (double) squares / people, rate);
    }

    /** The same where a customer's account has so many customers on average, themselves counted in. */
    static double designEffect(double perAccount, double rate) {
        return Power.clustered(1, 1 + (perAccount - 1) * rate, Power.PLANNING_INTRACLASS);
    }

    private Stream<Alike> of(String what) {
        return groups.stream().filter(group -> group.of.equals(what));
    }
}
