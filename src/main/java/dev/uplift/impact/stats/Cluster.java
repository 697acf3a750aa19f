package dev.uplift.impact.stats;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Accounts, agents or branches that were drawn as a whole and are alike in what is counted.
 *
 * @param treated drawn as treated, not as hold-out
 * @param answered people of one of them who answered, at least 1
 * @param total sum of the outcomes of these people, in points or the metric's unit
 * @param count how many are alike, at least 1
 */
public record Cluster(boolean treated, long answered, double total, long count) {

    public Cluster {
        if (answered < 1) {
            throw new IllegalArgumentException("A cluster without answers says nothing");
        }
        if (count < 1) {
            throw new IllegalArgumentException("There is at least one cluster, not " + count);
        }
    }

    /** A single one. */
    public Cluster(boolean treated, long answered, double total) {
        this(treated, answered, total, 1);
    }

    /**
     * Difference of the means per person with errors that allow people of a cluster to be alike: in each arm
     * √Σ ((total - n mean) / (1 - n/N))² / N (CR3, Bell and McCaffrey 2002), degrees of freedom after Satterthwaite with
     * G-1 per arm. Holds from ten clusters an arm, also where arms and clusters differ in size; throws
     * IllegalArgumentException below two.
     */
    public static Effect effect(List<Cluster> clusters) {
        return arm(clusters, true).robust().minus(arm(clusters, false).robust());
    }

    /**
     * The same with the usual error √(G/(G-1) Σ (total - n mean)²) / N (Liang and Zeger 1986) and t with GT + GC - 2. Too
     * narrow for arms of unlike size or below fifty clusters, hence for comparison only.
     */
    static Effect liangZeger(List<Cluster> clusters) {
        var difference = arm(clusters, true).plain().minus(arm(clusters, false).plain());
        var all = clusters.stream().mapToLong(Cluster::count).sum();
        return new Effect(difference.points(), difference.standardError(), all - 2.0);
    }

    private static Arm arm(List<Cluster> clusters, boolean treated) {
        var arm = clusters.stream()
                .filter(cluster -> cluster.treated() == treated)
                .toList();
        double count = arm.stream().mapToLong(Cluster::count).sum();
        if (count < 2) {
            throw new IllegalArgumentException("Each arm needs two clusters to tell how they differ");
        }
        double answered =
                arm.stream().mapToLong(each -> each.count * each.answered).sum();
        var total = arm.stream().mapToDouble(each -> each.count * each.total).sum();
        return new Arm(arm, count, answered, total / answered);
    }

    private record Arm(List<Cluster> clusters, double count, double answered, double mean) {

        Effect robust() {
            return effect(squares(cluster -> gap(cluster) / (1 - cluster.answered() / answered)));
        }

        Effect plain() {
            return effect(squares(this::gap) * count / (count - 1));
        }

        private Effect effect(double squares) {
            return new Effect(mean, Math.sqrt(squares) / answered, count - 1);
        }

        private double gap(Cluster cluster) {
            return cluster.total() - mean * cluster.answered();
        }

        private double squares(ToDoubleFunction<Cluster> gap) {
            return clusters.stream()
                    .mapToDouble(cluster -> (double) cluster.count * Math.pow(gap.applyAsDouble(cluster), 2))
                    .sum();
        }
    }
}
