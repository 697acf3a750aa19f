package dev.uplift.impact.stats;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * An account, agent or branch that was drawn as a whole.
 *
 * @param treated drawn as treated, not as hold-out
 * @param answered people who answered, at least 1
 * @param total sum of their outcomes, in points or the metric's unit
 */
public record Cluster(boolean treated, long answered, double total) {

    public Cluster {
        if (answered < 1) {
            throw new IllegalArgumentException("A cluster without answers says nothing");
        }
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
        return new Effect(difference.points(), difference.standardError(), clusters.size() - 2);
    }

    private static Arm arm(List<Cluster> clusters, boolean treated) {
        var arm = clusters.stream()
                .filter(cluster -> cluster.treated() == treated)
                .toList();
        if (arm.size() < 2) {
            throw new IllegalArgumentException("Each arm needs two clusters to tell how they differ");
        }
        double answered = arm.stream().mapToLong(Cluster::answered).sum();
        return new Arm(arm, answered, arm.stream().mapToDouble(Cluster::total).sum() / answered);
    }

    private record Arm(List<Cluster> clusters, double answered, double mean) {

        Effect robust() {
            return effect(squares(cluster -> gap(cluster) / (1 - cluster.answered() / answered)));
        }

        Effect plain() {
            return effect(squares(this::gap) * clusters.size() / (clusters.size() - 1.0));
        }

        private Effect effect(double squares) {
            return new Effect(mean, Math.sqrt(squares) / answered, clusters.size() - 1);
        }

        private double gap(Cluster cluster) {
            return cluster.total() - mean * cluster.answered();
        }

        private double squares(ToDoubleFunction<Cluster> gap) {
            return clusters.stream().mapToDouble(gap).map(own -> own * own).sum();
        }
    }
}
