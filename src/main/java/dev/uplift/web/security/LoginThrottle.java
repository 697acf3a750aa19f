package dev.uplift.web.security;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Slows down guessing: so many tries a minute for a name and for an address, a success wipes the name's. */
class LoginThrottle {

    static final int MOST_TRIES = 10;
    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_KEYS = 20_000;

    private final Map<String, Deque<Instant>> tries = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /** Counts a try before it is made, so that many at once do not slip through; false if there were too many. */
    synchronized boolean admits(String name, String address, Instant now) {
        var counted = List.of(triesOf(nameKey(name), now), triesOf(addressKey(address), now));
        if (counted.stream().anyMatch(earlier -> earlier.size() >= MOST_TRIES)) {
            return false;
        }
        counted.forEach(earlier -> earlier.add(now));
        return true;
    }

    synchronized void succeeded(String name, String address) {
        tries.remove(nameKey(name));
        var fromAddress = tries.get(addressKey(address));
        if (fromAddress != null) {
            fromAddress.pollLast();
        }
    }

    private Deque<Instant> triesOf(String key, Instant now) {
        var found = tries.computeIfAbsent(key, unused -> new ArrayDeque<>());
        found.removeIf(earlier -> !earlier.plus(WINDOW).isAfter(now));
        return found;
    }

    private static String nameKey(String name) {
        return "name " + name.strip().toLowerCase(java.util.Locale.ROOT);
    }

    private static String addressKey(String address) {
        return "address " + address;
    }
}
