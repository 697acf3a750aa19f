package dev.uplift.platform;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A named place at which the environment may end the process as a power cut would, so that every gap between two steps
 * can be tried out.
 *
 * <p>{@code UPLIFT_FAILPOINT=smtp.after-dot:3} ends the process the third time it passes there, {@code smtp.after-dot}
 * the first time. Without the variable a place costs one comparison.
 */
public final class Failpoint {

    /** What the shell reports for a process that was killed by signal 9. */
    private static final int KILLED = 137;

    private static final @Nullable Failpoint SET = parse(System.getenv("UPLIFT_FAILPOINT"));

    private final String name;
    private final AtomicLong left;

    private Failpoint(String name, long pass) {
        this.name = name;
        this.left = new AtomicLong(pass);
    }

    /** Ends the process without any clean-up if this pass through the named place is the one that was asked for. */
    public static void at(String name) {
        if (SET != null && SET.reached(name)) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    static @Nullable Failpoint parse(@Nullable String setting) {
        if (setting == null || setting.isBlank()) {
            return null;
        }
        var parts = setting.strip().split(":", 2);
        return new Failpoint(parts[0], parts.length == 1 ? 1 : Long.parseLong(parts[1]));
    }

    boolean reached(String place) {
        return name.equals(place) && left.decrementAndGet() == 0;
    }
}
