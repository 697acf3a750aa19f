package dev.uplift.channel.webhook;

/**
 * One thing to be told.
 *
 * @param delivery the same on every try, so that the receiver can recognise a repeat
 * @param event what happened, e.g. {@code answer-confirmed}
 * @param body JSON
 */
public record HookCall(String delivery, String event, String body) {}
