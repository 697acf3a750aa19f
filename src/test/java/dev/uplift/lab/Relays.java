package dev.uplift.lab;

/** Manners of a relay. */
final class Relays {

    private Relays() {}

    /** Answers every mail after this long, which bounds the rate and keeps sends in flight. */
    static SmtpSink.Manner takingMillis(int millis) {
        return (verb, recipient) -> {
            if (verb.equals("DOT")) {
                Thread.sleep(millis);
            }
            return null;
        };
    }
}
