package dev.uplift.followup;

import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.util.List;

/**
 * A contact with a customer that an agent made by hand.
 *
 * @param channel {@code call} or {@code visit}
 * @param reached whether the customer was there
 * @param text what was said, at most 2,000 characters, which is checked when it is noted
 */
public record Touch(String channel, boolean reached, String text) {

    /** Throws {@link InvalidInput} for another channel. */
    public Touch {
        if (!channel.equals("call") && !channel.equals("visit")) {
            throw wrong("channel", "'" + channel + "' is not logged by hand.", "Send \"call\" or \"visit\".");
        }
    }

    private static InvalidInput wrong(String field, String what, String remedy) {
        return new InvalidInput(List.of(Problem.error(field, what, remedy)));
    }
}
