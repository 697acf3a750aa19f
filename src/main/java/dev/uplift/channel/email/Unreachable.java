package dev.uplift.channel.email;

/** No connection to a relay could be had; nothing about any message has left the house. */
final class Unreachable extends Exception {

    Unreachable(String message) {
        super(message);
    }

    Unreachable(Exception cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
