package dev.uplift.audience;

import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys people may use, in the words of an error message. */
final class KnownKeys {

    static final String CHANNELS = Stream.of(Medium.values()).map(Medium::key).collect(Collectors.joining(", "));
    static final String PURPOSES = Stream.of(Purpose.values()).map(Purpose::key).collect(Collectors.joining(", "));

    private KnownKeys() {}
}
