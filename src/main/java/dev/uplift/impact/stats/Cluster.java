package dev.uplift.impact.stats;

import java.util.List;

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
     * G/(G-1) Σ (total - n mean)² / N², t with GT + GC - 2 (Liang and Zeger 1986). Too narrow below about ten clusters an
     * arm (MacKinnon and Webb 2017); throws IllegalArgumentException below two.
     */
    public static Effect effect(List<Cluster> clusters) {
        var treated = mean(clusters.stream().filter(Cluster::treated).toList());
        var holdOut =
                mean(clusters.stream().filter(cluster -> !cluster.treated()).toList());
        var difference = treated.minus(holdOut);
        return new Effect(difference.points(), difference.standardError(), clusters.size() - 2);
    }

    private static Effect mean(List<Cluster> arm) {
        var groups = arm.size();
        if (groups < 2) {
            throw new IllegalArgumentException("Each arm needs two clusters to tell how they differ");
        }
        double answered = arm.stream().mapToLong(Cluster::answered).sum();
        var mean = arm.stream().mapToDouble(Cluster::total).sum() / answered;
        var squares = arm.stream()
                .mapToDouble(cluster -> cluster.total() - mean * cluster.answered())
                .map(gap -> gap * gap)
                .sum();
        return Effect.normal(mean, Math.sqrt(squares * groups / (groups - 1.0)) / answered);
    }
}
