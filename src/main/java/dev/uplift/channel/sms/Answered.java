package dev.uplift.channel.sms;

/** Twilio, or something before it, answered with a status that says nothing about the message itself. */
final class Answered extends RuntimeException {

    private final int status;

    Answered(int status) {
        super("HTTP " + status);
        this.status = status;
    }

    int status() {
        return status;
    }
}
