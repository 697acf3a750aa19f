package dev.uplift.delivery;

import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.SendId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message to one customer outside of any campaign.
 *
 * @param template key of its template; of a survey its key
 * @param data what the template calls {@code data}
 * @param written a person's own words in place of the template's, or null
 * @param follows the invitation that is repeated, which makes this a survey; null for a message
 */
public record DirectMessage(
        CustomerId customer,
        Medium channel,
        Purpose purpose,
        String template,
        Map<String, Object> data,
        @Nullable Written written,
        @Nullable SendId follows) {

    /** A message that a template writes. */
    public static DirectMessage of(
            CustomerId customer, Medium channel, Purpose purpose, String template, Map<String, Object> data) {
        return new DirectMessage(customer, channel, purpose, template, data, null, null);
    }

    /** A service message that a person wrote on the ground of a template. */
    public static DirectMessage written(CustomerId customer, Medium channel, String template, Written words) {
        return new DirectMessage(customer, channel, Purpose.SERVICE, template, Map.of(), words, null);
    }

    /** A survey that asks a customer again after this invitation. */
    public static DirectMessage survey(CustomerId customer, Medium channel, String survey, SendId follows) {
        return new DirectMessage(customer, channel, Purpose.SURVEY, survey, Map.of(), null, follows);
    }

    String kind() {
        return follows == null ? "message" : "survey";
    }
}
