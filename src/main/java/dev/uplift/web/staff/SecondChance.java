package dev.uplift.web.staff;

import dev.uplift.delivery.Retries;
import dev.uplift.identity.Actor;
import dev.uplift.web.security.Access;
import org.jspecify.annotations.Nullable;

/**
 * What this reader may send once more.
 *
 * @param failed how many sends may be tried again; null if none
 * @param rest how many never left and may be planned again; null if none
 */
record SecondChance(@Nullable String failed, @Nullable String rest) {

    static SecondChance of(Retries retries, String campaign, boolean cancelled, Actor reader, Wording wording) {
        var failed =
                !cancelled && Access.RETRY.allows(reader) ? retries.failed(campaign, Access.APPROVE.allows(reader)) : 0;
        var rest = Access.OPERATE.allows(reader) ? retries.unsent(campaign) : 0;
        return new SecondChance(words(failed, wording), words(rest, wording));
    }

    private static @Nullable String words(long sends, Wording wording) {
        return sends == 0 ? null : wording.count(sends);
    }
}
