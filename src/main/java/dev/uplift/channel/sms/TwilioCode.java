package dev.uplift.channel.sms;

import dev.uplift.channel.SendResult;
import dev.uplift.channel.SendResult.Cause;
import java.util.Set;

/** What the error codes of Twilio's API say about a message (twilio.com/docs/api/errors). */
final class TwilioCode {

    private static final int OPTED_OUT = 21610;
    private static final Set<Integer> BAD_ADDRESS = Set.of(21211, 21214, 21217, 21401, 21421, 21614);
    private static final Set<Integer> TOO_FAST = Set.of(20429, 21611, 30001);
    private static final Set<Integer> BAD_MESSAGE = Set.of(21602, 21605, 21617, 21619, 21620, 21623, 30019);

    /** The account may not write to this country; whoever runs it can allow that at any time. */
    private static final int REGION_OFF = 21408;

    private TwilioCode() {}

    /** The verdict on a refusal with this code; what is not known to be about address or text is about the account. */
    static SendResult verdict(String provider, int code, String reply) {
        if (code == REGION_OFF) {
            return new SendResult.Deferred(provider, String.valueOf(code), reply, true);
        }
        return TOO_FAST.contains(code)
                ? new SendResult.Deferred(provider, String.valueOf(code), reply)
                : new SendResult.Rejected(provider, String.valueOf(code), reply, cause(code));
    }

    private static Cause cause(int code) {
        if (code == OPTED_OUT) {
            return Cause.OPTED_OUT;
        }
        if (BAD_ADDRESS.contains(code)) {
            return Cause.BAD_ADDRESS;
        }
        return BAD_MESSAGE.contains(code) ? Cause.MESSAGE : Cause.POLICY;
    }
}
