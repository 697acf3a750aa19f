package dev.uplift.impact.insights;

/** Two spans whose scores are compared; throws {@link IllegalArgumentException} if they overlap or stand the wrong way round. */
public record Contrast(Span later, Span earlier) {

    public Contrast {
        if (!earlier.last().isBefore(later.first())) {
            throw new IllegalArgumentException(
                    "A span that ends on " + earlier.last() + " is not before one that begins on " + later.first());
        }
    }

    /** With as many days directly before. */
    public static Contrast withBefore(Span span) {
        return new Contrast(span, span.before());
    }

    /** With the same days of the year before. */
    public static Contrast withYearBefore(Span span) {
        return new Contrast(span, span.yearBefore());
    }
}
