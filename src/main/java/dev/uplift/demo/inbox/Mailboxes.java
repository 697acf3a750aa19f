package dev.uplift.demo.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * Which mailboxes exist: all but about 1.5 % of those at the domains of the simulated customers.
 *
 * <p>The address alone decides, so that the answer is the same after a restart and for every population.
 */
public final class Mailboxes {

    /** Domain of simulated customers; {@code .example} is reserved by RFC 2606, so none of them can belong to anybody. */
    public static final String DOMAIN = "kunden.example";

    private static final int ONE_DEAD_IN = 67;

    private Mailboxes() {}

    /** Whether a mail to this address can be delivered; case does not matter. */
    public static boolean exists(String address) {
        var normal = address.toLowerCase(Locale.ROOT);
        return !normal.endsWith("@" + DOMAIN) || checksum(normal) % ONE_DEAD_IN != 0;
    }

    private static long checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
