package dev.uplift.demo.simulation;

import dev.uplift.audience.Customers;
import dev.uplift.followup.Case;
import dev.uplift.followup.CaseState;
import dev.uplift.followup.Cases;
import dev.uplift.followup.Desk;
import dev.uplift.followup.Desks;
import dev.uplift.followup.Letters;
import dev.uplift.followup.Outcome;
import dev.uplift.followup.Replies;
import dev.uplift.followup.Touch;
import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Medium;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.springframework.stereotype.Component;

/** The simulated agents: they call and write to unhappy customers as real ones do, and leave the newest cases to the reader. */
@Component
class Agents {

    private static final List<String> NAMES = List.of("anna", "ben", "clara");

    /** Cases that one agent begins in one sitting. */
    private static final int MOST = 15;

    /** What came in this shortly before the end is still there for whoever looks at the desk. */
    private static final Duration FRESH = Duration.ofHours(30);

    /** After this long without an answer an agent calls instead. */
    private static final Duration PATIENCE = Duration.ofDays(2);

    private static final double REACHED = .55;
    private static final double WRITTEN = .8;
    private static final double REPLIES = .4;

    private final Cases cases;
    private final Desks desks;
    private final Letters letters;
    private final Replies replies;
    private final Customers customers;

    Agents(Cases cases, Desks desks, Letters letters, Replies replies, Customers customers) {
        this.cases = cases;
        this.desks = desks;
        this.letters = letters;
        this.replies = replies;
        this.customers = customers;
    }

    /** One sitting of all agents; another one at the same instant finds less to do. */
    void work(Instant now, Instant end) {
        for (var name : NAMES) {
            var open = cases.open(name);
            open.stream().filter(it -> name.equals(it.owner())).forEach(it -> goOn(it, name, now));
            var waiting = open.stream()
                    .filter(it -> it.state() == CaseState.NEW)
                    .filter(it -> it.answeredAt().isBefore(end.minus(FRESH)))
                    .count();
            for (var begun = 0; begun < Math.min(MOST, waiting); begun++) {
                cases.takeNext(name, now).ifPresent(it -> begin(it, name, now));
            }
        }
    }

    private void begin(Case it, String name, Instant now) {
        var share = share(it, "begin");
        if (share < REACHED) {
            call(it, name, now);
        } else if (share >= WRITTEN || !write(it, name, now)) {
            cases.contact(it.id(), name, new Touch("call", false, "Nicht erreicht."), now);
            cases.snooze(it.id(), name, Shifts.tomorrow(now), now);
        }
    }

    /** What was put off and came back is called, and so is who does not answer; whoever answers is content. */
    private void goOn(Case it, String name, Instant now) {
        if (it.state() == CaseState.WORKING && settled(it)) {
            call(it, name, now);
        } else if (it.state() == CaseState.WAITING && contactedBefore(it, now.minus(PATIENCE))) {
            if (share(it, "replies") < REPLIES) {
                replies.heard(
                        new CustomerId(it.customer()),
                        Medium.EMAIL,
                        "Danke, das hat geholfen.",
                        "demo-" + it.id(),
                        now);
                close(it, name, "Schriftlich geklärt.", now);
            } else {
                call(it, name, now);
            }
        }
    }

    private void call(Case it, String name, Instant now) {
        cases.contact(it.id(), name, new Touch("call", true, "Anliegen besprochen, Lösung erklärt."), now);
        close(it, name, "Am Telefon geklärt.", now);
    }

    private void close(Case it, String name, String note, Instant now) {
        var causes = desk(it).rootCauses().keySet().stream().sorted().toList();
        var cause = causes.get((int) (share(it, "cause") * causes.size()));
        var outcome = share(it, "outcome") < .85 ? Outcome.RESOLVED : Outcome.NOT_RESOLVABLE;
        cases.close(it.id(), name, cause, outcome, note, now);
    }

    /** Whether the customer could be written to, by the channel that they like best. */
    private boolean write(Case it, String name, Instant now) {
        var channel = channel(it);
        var templates = letters.templates(desk(it), channel);
        if (templates.isEmpty() || letters.refusal(it, channel).isPresent()) {
            return false;
        }
        var template = templates.get((int) (share(it, "template") * templates.size()));
        var draft = letters.begin(it.id(), name, channel, template, now);
        letters.send(it.id(), name, channel, draft.key(), draft.subject(), draft.text(), now);
        return true;
    }

    private Medium channel(Case it) {
        return customers.findAll(List.of(new CustomerId(it.customer()))).values().stream()
                .flatMap(customer -> customer.preferredChannels().stream().limit(1))
                .flatMap(key -> Medium.of(key).stream())
                .filter(Medium.SMS::equals)
                .findFirst()
                .orElse(Medium.EMAIL);
    }

    /** Whether no message of the case is on its way. */
    private boolean settled(Case it) {
        return letters.newest(it.id())
                .filter(letter -> letter.settledAt() == null)
                .isEmpty();
    }

    private Desk desk(Case it) {
        return desks.find(it.desk()).orElseThrow();
    }

    private static boolean contactedBefore(Case it, Instant before) {
        return Objects.requireNonNullElse(it.firstContactAt(), before).isBefore(before);
    }

    /** Always the same for the same question, so that the sample company is the same each time. */
    private static double share(Case it, String question) {
        return new SplittableRandom(31 * it.id() + question.hashCode()).nextDouble();
    }
}
