package dev.uplift.strategy;

import java.util.List;

/**
 * How a promise is kept.
 *
 * @param campaigns those that serve it
 */
public record Scorecard(Promise promise, List<Standing> keyResults, List<Contribution> campaigns) {}
