package dev.uplift.campaign;

import java.util.Set;

/** What campaigns can serve; kept by a module that looks at campaigns and so cannot be used by them. */
public interface GoalTree {

    /** The nodes that a campaign can name under {@code serves}, e.g. {@code promise/clear-bills}. */
    Set<String> nodes();
}
