package dev.uplift.channel;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The moment in which a message leaves the house. Between handing it to a channel and that moment a connection may have to
 * be opened, so a channel asks on its thread, right before the provider hears of the message, whether it may go.
 */
public final class Departure {

    private static final ThreadLocal<BooleanSupplier> CLEARANCE = ThreadLocal.withInitial(() -> () -> true);

    private Departure() {}

    /** Sends one message on this thread; the clearance may wait, and says no to what must not leave any more. */
    public static SendResult with(BooleanSupplier clearance, Supplier<SendResult> send) {
        CLEARANCE.set(clearance);
        try {
            return send.get();
        } finally {
            CLEARANCE.remove();
        }
    }

    /** Waits until the message of this thread may leave; throws {@link Refused} if it must not leave any more. */
    public static void await() throws Refused {
        if (!CLEARANCE.get().getAsBoolean()) {
            throw new Refused();
        }
    }

    /** The message must not leave; nobody has heard of it. */
    public static final class Refused extends IOException {

        Refused() {
            super("it must not leave any more");
        }
    }
}
