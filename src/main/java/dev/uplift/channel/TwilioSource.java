package dev.uplift.channel;

/** Where the Twilio account comes from while none is set: the built-in demo phone. */
public interface TwilioSource {

    /** The account; asked again before each send, since the demo phone's port is known only after the start. */
    TwilioAccount account();
}
