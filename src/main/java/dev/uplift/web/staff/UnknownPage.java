package dev.uplift.web.staff;

import dev.uplift.delivery.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The sends of a campaign that nobody can tell whether they arrived.
 *
 * @param count all of them, also those not shown
 * @param operates whether this reader may settle and ask
 */
record UnknownPage(String key, String name, String count, boolean complete, boolean operates, List<Row> rows) {

    /**
     * One of them.
     *
     * @param tag whether evidence may still come
     * @param request who asked to send it again, and why; empty if nobody did
     * @param approvable whether this reader may agree to that
     */
    record Row(
            String send,
            String customer,
            String step,
            String reason,
            String finding,
            String since,
            String age,
            Tag tag,
            String request,
            boolean approvable) {

        static Row of(Unknown send, String reader, boolean approves, Instant now, Wording wording) {
            return new Row(
                    send.send().toString(),
                    send.customer(),
                    step(send, wording),
                    send.reason() == null ? "" : wording.word("staff.reason.", send.reason()),
                    send.finding() == null ? "" : wording.word("staff.finding.", send.finding()),
                    wording.time(send.since()),
                    age(Duration.between(send.since(), now), wording),
                    send.decided()
                            ? new Tag("plain", "lock", wording.text("staff.unknown.final"))
                            : new Tag("soon", "clock", wording.text("staff.unknown.open")),
                    send.askedBy() == null
                            ? ""
                            : wording.text("staff.unknown.asked", send.askedBy(), String.valueOf(send.why())),
                    approves && send.askedBy() != null && !send.askedBy().equals(reader));
        }

        private static String step(Unknown send, Wording wording) {
            return send.step() + ". " + wording.word("staff.step.", send.kind()) + ", "
                    + wording.word("staff.channel.", send.channel()) + ", "
                    + wording.text("staff.recipient.run", wording.count(send.run()));
        }

        private static String age(Duration age, Wording wording) {
            return age.toHours() < 48
                    ? wording.text("staff.unknown.hours", wording.count(age.toHours()))
                    : wording.text("staff.unknown.days", wording.count(age.toDays()));
        }
    }
}
