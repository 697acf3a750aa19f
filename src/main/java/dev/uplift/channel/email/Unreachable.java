package dev.uplift.channel.email;

/** No connection to a relay could be had; nothing about any message has left the house. */
final class Unreachable extends Exception {

    Unreachable(String message) {
        super(message);
    }

    Unreachable(Exception cause) {
        super(words(cause), cause);
    }

    private static String words(Exception failure) {
        var inner = failure.getCause() == null ? "" : ": " + failure.getCause().getMessage();
        return (failure.getMessage() + inner).replaceAll("\\s+", " ").strip();
    }
}
