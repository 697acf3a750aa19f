package dev.uplift.impact;

/** How many of each arm chose a reason. */
public record Theme(String reason, long treated, long holdOut) {

    /** How many chose it. */
    public long chosen() {
        return treated + holdOut;
    }

    /** Both together, under the name of this one. */
    public Theme with(Theme same) {
        return new Theme(reason, treated + same.treated, holdOut + same.holdOut);
    }
}
