package dev.uplift.web.staff;

import dev.uplift.delivery.CustomerDecision;
import dev.uplift.delivery.SendRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why one customer did, or did not, get something.
 *
 * @param customer what was searched for; empty before a search
 * @param decision what would be decided now, where nothing has been done yet; null otherwise
 */
record RecipientCard(
        String customer, List<Entry> entries, @Nullable Decision decision) {

    static final RecipientCard EMPTY = new RecipientCard("", List.of(), null);

    /** One step of one run for this customer, in words. */
    record Entry(
            String run,
            String step,
            String arm,
            String channel,
            String state,
            String reason,
            String when,
            int attempts,
            String reply) {

        static Entry of(SendRow row, Wording wording) {
            return new Entry(
                    wording.count(row.run()),
                    step(row, wording),
                    wording.word("staff.arm.", row.arm()),
                    row.channel() == null ? "" : wording.word("staff.channel.", row.channel()),
                    wording.word("staff.send.", row.state()),
                    row.reason() == null ? "" : wording.word("staff.reason.", row.reason()),
                    when(row.settledAt() == null ? row.notBefore() : row.settledAt(), wording),
                    row.attempts(),
                    row.reply() == null ? "" : row.reply());
        }

        private static String step(SendRow row, Wording wording) {
            return row.send() == null
                    ? wording.count(row.step()) + "."
                    : row.step() + ". " + wording.word("staff.step.", row.kind());
        }

        private static String when(@Nullable Instant at, Wording wording) {
            return at == null ? "" : wording.time(at);
        }
    }

    /** What would happen if the campaign were launched now. */
    record Decision(String words, String reason, List<Reconciliation.Line> considered) {

        static Decision of(CustomerDecision decision, Wording wording) {
            return new Decision(
                    wording.word("staff.decision.", decision.decision()),
                    decision.reason() == null ? "" : wording.word("staff.reason.", decision.reason()),
                    decision.considered().entrySet().stream()
                            .map(channel -> considered(channel, wording))
                            .toList());
        }

        private static Reconciliation.Line considered(Map.Entry<String, String> channel, Wording wording) {
            return new Reconciliation.Line(
                    wording.word("staff.channel.", channel.getKey()),
                    wording.word("staff.reason.", channel.getValue()));
        }
    }
}
