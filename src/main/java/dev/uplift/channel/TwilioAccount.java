package dev.uplift.channel;

import org.jspecify.annotations.Nullable;

/**
 * The Twilio account to send SMS with.
 *
 * @param baseUrl where its API is, e.g. {@code https://api.twilio.com}; scheme, host and port only
 * @param messagingServiceSid the messaging service, or null to send from {@code from}
 * @param from the sending number, or null with a messaging service
 */
public record TwilioAccount(
        String baseUrl,
        String accountSid,
        String authToken,
        @Nullable String messagingServiceSid,
        @Nullable String from) {}
