package dev.uplift.followup;

import dev.uplift.delivery.DirectMessage;
import dev.uplift.delivery.DirectMessages;
import dev.uplift.delivery.DirectTexts;
import dev.uplift.followup.CaseRefused.Why;
import dev.uplift.platform.CustomerId;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;
import dev.uplift.platform.SendId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What agents write to the customers of their own cases. It goes through gate and ledger like every send; a step that is not
 * possible throws {@link CaseRefused} and changes nothing.
 */
@Component
public class Letters {

    /** How long a message can be taken back. */
    public static final Duration UNDO = Duration.ofSeconds(30);

    private static final int LONGEST = 10_000;
    private static final int LONGEST_SUBJECT = 200;

    private final CaseBook cases;
    private final LetterBook book;
    private final CaseSteps steps;
    private final DirectMessages messages;
    private final DirectTexts texts;

    Letters(CaseBook cases, LetterBook book, CaseSteps steps, DirectMessages messages, DirectTexts texts) {
        this.cases = cases;
        this.book = book;
        this.steps = steps;
        this.messages = messages;
        this.texts = texts;
    }

    /** Keys of the templates from which this desk may write by this channel. */
    public List<String> templates(Desk desk, Medium channel) {
        return desk.replies().stream()
                .filter(key -> texts.channels(key).contains(channel))
                .toList();
    }

    /** Why the customer of a case cannot be written to by this channel, by the name of the refusal; empty if nothing is known. */
    public Optional<String> refusal(Case it, Medium channel) {
        return messages.refusal(new CustomerId(it.customer()), channel, Purpose.SERVICE);
    }

    /** What is being written on a case. */
    public List<Draft> drafts(long id) {
        return book.drafts(id);
    }

    /** What was sent last from a case. */
    public Optional<Letter> newest(long id) {
        return book.newest(id);
    }

    /** Begins a message with a template of the desk, filled for the customer; throws {@link InvalidInput} if data are missing. */
    public Draft begin(long id, String agent, Medium channel, String template, Instant now) {
        var it = steps.within(() -> own(id, agent));
        if (!templates(steps.desk(it), channel).contains(template)) {
            throw new CaseRefused(Why.NO_TEMPLATE, template, channel.key());
        }
        var filled = texts.draft(new CustomerId(it.customer()), channel, template);
        return steps.within(() -> saved(new Draft(
                own(id, agent).id(),
                channel.key(),
                template,
                filled.subject(),
                filled.text(),
                UUID.randomUUID(),
                now)));
    }

    /** Keeps what has been written so far. */
    public Draft save(long id, String agent, Medium channel, String subject, String text, Instant now) {
        return steps.within(() -> {
            own(id, agent);
            return saved(changed(draft(id, channel), subject, text, now));
        });
    }

    /** Throws a draft away. */
    public void discard(long id, String agent, Medium channel) {
        steps.within(() -> {
            book.discard(own(id, agent).id(), channel);
            return id;
        });
    }

    /**
     * Sends what was written: it goes after {@link #UNDO}, through the gate; what cannot go stays a draft. The same key again, as by a second click, gives the
     * same message.
     */
    public SendId send(long id, String agent, Medium channel, UUID key, String subject, String text, Instant now) {
        return messages.known(name(key)).orElseGet(() -> {
            var draft = save(id, agent, channel, subject, text, now);
            var message = message(steps.within(() -> own(id, agent)), channel, draft);
            texts.check(message);
            return steps.within(() -> sent(own(id, agent), agent, draft, message, key));
        });
    }

    /** Takes a message back within {@link #UNDO}; it is a draft again. */
    public void takeBack(long id, String agent, Instant now) {
        steps.within(() -> {
            own(id, agent);
            var letter = book.newest(id).orElseThrow(() -> new CaseRefused(Why.TOO_LATE));
            if (!messages.cancel(new SendId(letter.send()), now)) {
                throw new CaseRefused(Why.TOO_LATE);
            }
            return saved(new Draft(
                    id, letter.channel(), letter.template(), letter.subject(), letter.text(), UUID.randomUUID(), now));
        });
    }

    private DirectMessage message(Case it, Medium channel, Draft draft) {
        if (draft.text().isEmpty()
                || (channel == Medium.EMAIL && draft.subject().isEmpty())) {
            throw new CaseRefused(Why.EMPTY);
        }
        refusal(it, channel).ifPresent(reason -> {
            throw new CaseRefused(Why.UNREACHABLE, channel.key(), reason);
        });
        return DirectMessage.written(new CustomerId(it.customer()), channel, draft.template(), draft.written());
    }

    /** Of two clicks the second waited until the case was free, and finds the message of the first. */
    private SendId sent(Case it, String agent, Draft draft, DirectMessage message, UUID key) {
        return messages.known(name(key)).orElseGet(() -> {
            refuseWhileOneIsOnItsWay(it.id());
            var goes = draft.savedAt().plus(UNDO);
            var send = messages.send(message, name(key), agent, goes, draft.savedAt());
            book.send(send, draft, agent, goes);
            book.discard(it.id(), message.channel());
            return send;
        });
    }

    private void refuseWhileOneIsOnItsWay(long id) {
        if (book.newest(id).filter(letter -> letter.settledAt() == null).isPresent()) {
            throw new CaseRefused(Why.ON_ITS_WAY);
        }
    }

    private Draft saved(Draft draft) {
        book.save(draft);
        return draft;
    }

    private Draft draft(long id, Medium channel) {
        return book.drafts(id).stream()
                .filter(draft -> draft.channel().equals(channel.key()))
                .findFirst()
                .orElseThrow(() -> new CaseRefused(Why.EMPTY));
    }

    private Case own(long id, String agent) {
        var it = cases.hold(id);
        CaseSteps.refuseUnlessOwn(it, agent);
        if (!it.state().open()) {
            throw new CaseRefused(Why.STATE, id, it.state(), CaseState.WAITING);
        }
        return it;
    }

    private static Draft changed(Draft before, String subject, String text, Instant now) {
        refuseLonger(subject, LONGEST_SUBJECT);
        refuseLonger(text, LONGEST);
        return new Draft(
                before.caseId(), before.channel(), before.template(), subject.strip(), text.strip(), before.key(), now);
    }

    private static void refuseLonger(String text, int most) {
        if (text.length() > most) {
            throw new CaseRefused(Why.TOO_LONG, text.length(), most);
        }
    }

    private static String name(UUID key) {
        return "draft:" + key;
    }
}
