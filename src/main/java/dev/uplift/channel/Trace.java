package dev.uplift.channel;

/**
 * A message that a provider shows when asked.
 *
 * @param id the provider's name of it
 * @param text its words, as the provider keeps them
 * @param statement what became of it
 */
public record Trace(String id, String text, Statement statement) {}
