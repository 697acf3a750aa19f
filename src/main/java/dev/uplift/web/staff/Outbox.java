package dev.uplift.web.staff;

import dev.uplift.followup.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What became of the message that was sent last from a case.
 *
 * @param tone {@code ok}, {@code soon} or {@code over}
 * @param undo whether it can still be taken back
 */
record Outbox(long id, String tone, String icon, String words, boolean undo) {

    static Outbox of(Letter letter, Instant now, Wording wording) {
        var channel = wording.word("staff.channel.", letter.channel());
        if (letter.settledAt() == null) {
            return open(letter, channel, now, wording);
        }
        var reason = Objects.requireNonNullElse(letter.reason(), letter.state());
        return switch (letter.state()) {
            case "ACCEPTED", "DELIVERED" ->
                new Outbox(
                        letter.caseId(),
                        "ok",
                        "circle-check",
                        wording.text("staff.case.sent.accepted", channel, wording.time(letter.settledAt())),
                        false);
            case "CANCELLED" ->
                new Outbox(letter.caseId(), "ok", "pencil", wording.text("staff.case.sent.undone", channel), false);
            default -> {
                var words = wording.text("staff.case.sent.refused", channel, wording.word("staff.reason.", reason));
                yield new Outbox(letter.caseId(), "over", "alert-triangle", words, false);
            }
        };
    }

    private static Outbox open(Letter letter, String channel, Instant now, Wording wording) {
        var left = Duration.between(now, letter.goesAt()).plusMillis(999).toSeconds();
        if (left > 0 && letter.state().equals("PLANNED")) {
            var words = wording.text("staff.case.sent.soon", channel, wording.count(left));
            return new Outbox(letter.caseId(), "soon", "clock", words, true);
        }
        var key = letter.state().equals("DEFERRED") ? "staff.case.sent.deferred" : "staff.case.sent.going";
        return new Outbox(letter.caseId(), "soon", "send", wording.text(key, channel), false);
    }

    /** Where to ask again. */
    String source() {
        return "/cases/" + id + "/outbox";
    }
}
