package dev.uplift.web.hooks;

import dev.uplift.audience.Customers;
import dev.uplift.channel.TwilioHooks;
import dev.uplift.delivery.Asked;
import dev.uplift.followup.Replies;
import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Secrets;
import dev.uplift.survey.Said;
import dev.uplift.survey.SmsDialogue;
import dev.uplift.survey.SmsDialogue.Turn;
import dev.uplift.survey.SmsInbox;
import dev.uplift.survey.SmsReply;
import dev.uplift.web.customer.SmsWording;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is said back to an SMS: a wish to stop comes first, then one for help, then what was asked. */
@Component
class SmsConversation {

    /** Who is told that nothing was asked is not told so again all day. */
    private static final Duration PAUSE = Duration.ofDays(1);

    /**
     * What somebody wrote.
     *
     * @param number fingerprint of the number it came from
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sms(String sid, String from, byte[] number, String text, Instant at) {}

    private final TwilioHooks hooks;
    private final StopWords stopWords;
    private final Customers customers;
    private final Secrets secrets;
    private final Asked asked;
    private final SmsInbox inbox;
    private final SmsDialogue dialogue;
    private final SmsWording wording;
    private final Replies replies;
    private final Clock clock;

    SmsConversation(
            TwilioHooks hooks,
            StopWords stopWords,
            Customers customers,
            Secrets secrets,
            Asked asked,
            SmsInbox inbox,
            SmsDialogue dialogue,
            SmsWording wording,
            Replies replies,
            Clock clock) {
        this.hooks = hooks;
        this.stopWords = stopWords;
        this.customers = customers;
        this.secrets = secrets;
        this.asked = asked;
        this.inbox = inbox;
        this.dialogue = dialogue;
        this.wording = wording;
        this.replies = replies;
        this.clock = clock;
    }

    /** The words to say back, empty for silence; a message that is posted again is only answered again. */
    String hear(String key, String from, String text) {
        var sid = key.isEmpty() ? UUID.randomUUID().toString() : key;
        var sms = new Sms(sid, from, secrets.fingerprint(Medium.SMS, from), text, clock.instant());
        return inbox.once(sid, sms.number(), sms.at(), () -> reply(sms));
    }

    private SmsReply reply(Sms sms) {
        if (hooks.stops(sms.text())) {
            stopWords.heard(sms.from(), sms.sid());
            return SmsReply.without(Said.STOP);
        }
        var owners = customers.withPhone(sms.from());
        var stopped = inbox.stopped(sms.number());
        var open = asked.bySms(owners, stopped.orElse(Instant.EPOCH));
        if (hooks.asksForHelp(sms.text())) {
            return new SmsReply(Said.HELP, null, wording.help(dialogue.language(open, sms.at())));
        }
        if (open.isEmpty() && stopped.isPresent()) {
            taken(owners, sms);
            return SmsReply.without(Said.SILENCE);
        }
        return words(dialogue.hear(open, sms.text(), sms.at()), owners, sms);
    }

    private SmsReply words(Turn turn, List<CustomerId> owners, Sms sms) {
        var invitation = turn.invitation();
        var about = invitation == null ? null : invitation.send();
        var quiet = !turn.said().stored() && (taken(owners, sms) || repeats(turn.said(), sms));
        return quiet ? new SmsReply(Said.SILENCE, about, null) : new SmsReply(turn.said(), about, wording.of(turn));
    }

    private boolean repeats(Said said, Sms sms) {
        return (said == Said.NOTHING || said == Said.EXPIRED)
                && inbox.answered(sms.number(), sms.at().minus(PAUSE));
    }

    /** Whatever is no answer to a question of ours may be meant for the agent who works on a case. */
    private boolean taken(List<CustomerId> owners, Sms sms) {
        return owners.stream().anyMatch(owner -> replies.heard(owner, Medium.SMS, sms.text(), sms.sid(), sms.at()));
    }
}
