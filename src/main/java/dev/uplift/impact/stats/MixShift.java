package dev.uplift.impact.stats;

import java.util.List;
import java.util.function.Function;

/**
 * Why a score moved between two surveys (Kitagawa 1955, JASA 50:1168).
 *
 * @param within points from people of the same kind answering otherwise
 * @param mix points from other kinds of people answering
 */
public record MixShift(double within, double mix) {

    /** One kind of people in both surveys. */
    public record Kind(Classes earlier, Classes later) {}

    /**
     * Σ ½(w0 + w1)(m1 - m0) and Σ ½(m0 + m1)(w1 - w0), w a kind's share of a survey's answers and m its score. A kind
     * that answered once only is taken to have the same score in both. Throws IllegalArgumentException where a survey has
     * no answers.
     */
    public static MixShift of(List<Kind> kinds) {
        var before = answered(kinds, Kind::earlier);
        var after = answered(kinds, Kind::later);
        var within = 0.0;
        var mix = 0.0;
        for (var kind : kinds) {
            var share = kind.earlier().answered() / before;
            var laterShare = kind.later().answered() / after;
            var score = score(kind.earlier(), kind.later());
            var laterScore = score(kind.later(), kind.earlier());
            within += (share + laterShare) / 2 * (laterScore - score);
            mix += (score + laterScore) / 2 * (laterShare - share);
        }
        return new MixShift(within, mix);
    }

    private static double answered(List<Kind> kinds, Function<Kind, Classes> survey) {
        double answered =
                kinds.stream().map(survey).mapToLong(Classes::answered).sum();
        if (answered == 0) {
            throw new IllegalArgumentException("Both surveys need answers to be compared");
        }
        return answered;
    }

    private static double score(Classes classes, Classes otherwise) {
        if (classes.answered() > 0) {
            return classes.score();
        }
        return otherwise.answered() > 0 ? otherwise.score() : 0;
    }
}
