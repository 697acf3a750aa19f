package dev.uplift.demo.phone;

import java.util.regex.Pattern;

/** Which numbers a phone answers to. */
public final class Numbers {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    /** About one number in a hundred of the simulated customers has no phone behind it. */
    private static final int ONE_DEAD_IN = 97;

    private Numbers() {}

    /** Whether an SMS to this E.164 number can be delivered; the number alone decides. */
    public static boolean reachable(String number) {
        return E164.matcher(number).matches() && Long.parseLong(number.substring(1)) % ONE_DEAD_IN != 0;
    }
}
