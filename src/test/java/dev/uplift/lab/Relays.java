package dev.uplift.lab;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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

    /** Does the same for everybody at one command. */
    static SmtpSink.Manner always(String verb, String answer) {
        return (spoken, recipient) -> spoken.equals(verb) ? answer : null;
    }

    /** How many customers of a campaign this is true for. */
    static long count(Campaign campaign, IntPredicate customers) {
        return IntStream.range(0, campaign.size()).filter(customers).count();
    }
}
