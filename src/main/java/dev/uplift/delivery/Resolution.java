package dev.uplift.delivery;

import dev.uplift.campaign.IllegalState;
import dev.uplift.channel.Receipt;
import dev.uplift.channel.Statement;
import dev.uplift.identity.Actor;
import dev.uplift.identity.AuditLog;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import dev.uplift.platform.SendId;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People decide about sends of unknown outcome; who did so, and on what grounds, is kept. */
@Component
public class Resolution {

    private static final int LONGEST = 1000;

    private final Resends resends;
    private final Receipts receipts;
    private final Requeue requeue;
    private final AuditLog audit;

    Resolution(Resends resends, Receipts receipts, Requeue requeue, AuditLog audit) {
        this.resends = resends;
        this.receipts = receipts;
        this.requeue = requeue;
        this.audit = audit;
    }

    /**
     * Settles a send by what a person found out; throws {@link IllegalState} unless its outcome is unknown, and
     * {@link InvalidInput} without evidence of 1 to 1000 characters.
     */
    @Transactional
    public void settle(SendId send, boolean arrived, String evidence, Actor actor, Instant now) {
        var words = words("evidence", evidence, "how you know, such as 'customer called on 3 May and had it'");
        var attempt = resends.unknown(send);
        var state = arrived ? "DELIVERED" : "UNDELIVERED";
        var key = send.value() + "." + attempt + ":" + state;
        var statement = new Statement("person", key, null, state, "PERSON", null);
        receipts.keep(new Receipt(statement, send, attempt, now), words);
        receipts.apply(now);
        audit.record(actor, arrived ? "send.arrived" : "send.not-arrived", send.value() + " attempt " + attempt);
    }

    /**
     * Asks to send again although the first may have arrived; another person must approve. Throws {@link IllegalState}
     * unless its outcome is unknown and nobody has asked yet, and {@link InvalidInput} without a reason.
     */
    @Transactional
    public void ask(SendId send, String why, Actor actor, Instant now) {
        var words = words("why", why, "why a second copy is better than none");
        var attempt = resends.unknown(send);
        resends.ask(send, attempt, words, actor, now);
        audit.record(actor, "send.resend.ask", send.value() + " attempt " + attempt);
    }

    /**
     * Sends again what somebody else has asked for; the gate decides as before every send. Throws {@link IllegalState}
     * unless that is so and the campaign may still send.
     */
    @Transactional
    public void approve(SendId send, Actor actor, Instant now) {
        var attempt = resends.unknown(send);
        resends.approve(send, attempt, actor, now);
        if (!requeue.open(send, now) || !requeue.again(send, attempt, Again.RESEND, now)) {
            throw new IllegalState("The campaign of this send was cancelled, so nothing of it is sent any more.");
        }
        audit.record(actor, "send.resend.approve", send.value() + " attempt " + attempt);
    }

    private static String words(String field, String text, String example) {
        var words = text.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            var what = words.isEmpty() ? "It is empty." : "It has more than " + LONGEST + " characters.";
            throw new InvalidInput(
                    List.of(Problem.error(field, what, "Say in 1 to " + LONGEST + " characters " + example + ".")));
        }
        return words;
    }
}
