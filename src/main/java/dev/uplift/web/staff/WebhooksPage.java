package dev.uplift.web.staff;

import dev.uplift.outbox.DeadLetters;
import dev.uplift.outbox.Delivery;
import java.util.List;

/**
 * Everything on the page of the webhooks.
 *
 * @param dead at most a hundred that could not be told
 */
record WebhooksPage(List<Endpoint> endpoints, List<Dead> dead) {

    /** An endpoint; {@code oldest} is empty if nothing waits. */
    record Endpoint(String name, String delivered, String waiting, String dead, String oldest) {

        static Endpoint of(DeadLetters.Standing standing, Wording wording) {
            var oldest = standing.oldest();
            return new Endpoint(
                    standing.endpoint(),
                    wording.count(standing.delivered()),
                    wording.count(standing.waiting()),
                    wording.count(standing.dead()),
                    oldest == null ? "" : wording.time(oldest));
        }
    }

    /** Something that could not be told. */
    record Dead(long id, String endpoint, String event, String when, String tries, String reason) {

        static Dead of(Delivery delivery, Wording wording) {
            return new Dead(
                    delivery.id(),
                    delivery.endpoint(),
                    wording.word("staff.webhooks.event.", delivery.event()),
                    wording.time(delivery.at()),
                    wording.count(delivery.tries()),
                    delivery.reason());
        }
    }
}
