package dev.uplift.delivery;

import dev.uplift.platform.Problem;
import java.util.List;
import java.util.Map;

/**
 * What a campaign would do, or has been planned to do; audience = holdOut + all left out + toContact.
 *
 * @param leftOut reason to number
 * @param byChannel channel to number of customers to contact
 */
public record Plan(
        long audience,
        long holdOut,
        Map<String, Long> leftOut,
        long toContact,
        Map<String, Long> byChannel,
        List<Problem> problems) {

    Plan with(List<Problem> found) {
        return new Plan(audience, holdOut, leftOut, toContact, byChannel, found);
    }
}
