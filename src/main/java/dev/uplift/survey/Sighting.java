package dev.uplift.survey;

import org.jspecify.annotations.Nullable;

/**
 * A link was opened; that is no answer.
 *
 * @param score which the link chooses beforehand, or null
 * @param tooSoon whether the question had not been with the customer for five seconds yet
 */
public record Sighting(@Nullable Integer score, Agent agent, boolean tooSoon) {}
