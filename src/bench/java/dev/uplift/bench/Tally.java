package dev.uplift.bench;

import java.util.Arrays;

/** What the sink took since the last reset; times are milliseconds since 1970, 0 before the first message. */
final class Tally {

    private long[] ids = new long[1024];
    private int messages;
    private long first;
    private long last;

    synchronized void add(long id) {
        if (messages == ids.length) {
            ids = Arrays.copyOf(ids, messages * 2);
        }
        ids[messages++] = id;
        last = System.currentTimeMillis();
        first = first == 0 ? last : first;
    }

    /** Number of messages, time of the first, time of the last. */
    synchronized String count() {
        return messages + " " + first + " " + last;
    }

    /** How many different Message-IDs there were, as far as 64 bits of hash can tell. */
    synchronized long distinct() {
        return Arrays.stream(ids, 0, messages).distinct().count();
    }
}
