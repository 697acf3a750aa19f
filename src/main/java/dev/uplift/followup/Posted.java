package dev.uplift.followup;

import dev.uplift.followup.CaseEvent.What;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells cases what became of the messages that their agents sent. */
@Component
public class Posted {

    private final CaseBook cases;
    private final LetterBook letters;
    private final CaseSteps steps;

    Posted(CaseBook cases, LetterBook letters, CaseSteps steps) {
        this.cases = cases;
        this.letters = letters;
        this.steps = steps;
    }

    /**
     * Whatever a provider took was the contact, and the customer has the word; whatever was refused is noted with its reason, and
     * its agent has the word again. Gives back the instant.
     */
    public Instant tell(Instant now) {
        return steps.within(() -> {
            letters.news(now).forEach(letter -> {
                tell(letter, now);
                letters.seen(letter);
            });
            return now;
        });
    }

    private void tell(Letter letter, Instant now) {
        if (letter.accepted() && !letter.knownToBeAccepted()) {
            accepted(letter, Optional.ofNullable(letter.settledAt()).orElse(now));
        } else if (!letter.accepted() && !letter.state().equals("CANCELLED")) {
            refused(letter, now);
        }
    }

    private void accepted(Letter letter, Instant at) {
        var it = cases.hold(letter.caseId());
        var desk = steps.deskIfAny(it).filter(known -> it.state() == CaseState.WORKING);
        var contacted = it.state().open() ? it.contacted(at) : it;
        steps.write(
                desk.map(known -> it.waiting(at, known.hours())).orElse(contacted),
                CaseEvent.of(What.CONTACT, letter.agent(), letter.channel(), letter.words(), at));
    }

    private void refused(Letter letter, Instant now) {
        var it = cases.hold(letter.caseId());
        var owner = it.owner();
        var desk = steps.deskIfAny(it).filter(known -> it.state() == CaseState.WAITING);
        var after = owner == null
                ? it
                : desk.map(known -> it.taken(owner, now, known.hours())).orElse(it);
        var reason = Optional.ofNullable(letter.reason()).orElse(letter.state());
        steps.write(after, CaseEvent.of(What.REFUSED, "uplift", letter.channel(), reason, now));
    }
}
