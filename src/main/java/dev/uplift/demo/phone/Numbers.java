package dev.uplift.demo.phone;

import java.util.regex.Pattern;

/** Which numbers a phone answers to. */
public final class Numbers {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    /** The numbers simulated customers have: those the Federal Network Agency keeps free for films. */
    private static final Pattern SIMULATED = Pattern.compile("\\+49(3023125|4066969|6990009|2214710|8999998)\\d{3}");

    /** About one of them in a hundred has no phone behind it. */
    private static final int ONE_DEAD_IN = 97;

    private Numbers() {}

    /** Whether an SMS to this E.164 number can be delivered; the number alone decides. */
    public static boolean reachable(String number) {
        return E164.matcher(number).matches() && !(SIMULATED.matcher(number).matches() && dead(number));
    }

    private static boolean dead(String number) {
        return Long.parseLong(number.substring(1)) % ONE_DEAD_IN == 0;
    }
}
