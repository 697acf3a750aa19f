package dev.uplift.web.security;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Slows down who opens the same link over and over, or tries links that nobody was sent: so many a minute. */
class LinkThrottle {

    static final int MOST = 120;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_KEYS = 20_000;

    private final Map<String, Count> counts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /** So many since the first of them. */
    private record Count(Instant since, int number) {}

    /** Counts that an address opens a link; false if it did so too often, or guessed too often. */
    synchronized boolean admits(String address, String link, Instant now) {
        return count("guess " + address, 0, now) < MOST && count("link " + link + " " + address, 1, now) <= MOST;
    }

    /** The address asked for a link that does not exist. */
    synchronized void guessed(String address, Instant now) {
        count("guess " + address, 1, now);
    }

    private int count(String key, int more, Instant now) {
        var known = counts.get(key);
        var current = known == null || !known.since.plus(WINDOW).isAfter(now) ? new Count(now, 0) : known;
        var counted = new Count(current.since, current.number + more);
        if (more > 0) {
            counts.put(key, counted);
        }
        return counted.number;
    }
}
