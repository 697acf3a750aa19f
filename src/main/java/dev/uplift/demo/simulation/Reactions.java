package dev.uplift.demo.simulation;

import dev.uplift.demo.company.Person;
import dev.uplift.demo.company.Reaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Decides what a customer is going to do with what arrived, and when. */
final class Reactions {

    private Reactions() {}

    /** What follows an answer changes nobody's mind here: it comes after the answer that is counted. */
    static List<Errand> to(Arrival arrival, Person person, Instant now) {
        return switch (arrival.kind()) {
            case "message" -> toMessage(arrival, person, now);
            case "follow-up" -> List.of();
            default -> toSurvey(arrival, person, now);
        };
    }

    private static List<Errand> toMessage(Arrival arrival, Person person, Instant now) {
        var errands = new ArrayList<Errand>();
        if (person.reads(arrival.campaign())) {
            var at = when(arrival, person, now);
            errands.add(errand(arrival, Errand.Kind.READ, at, ""));
            if (person.unsubscribes()) {
                arrival.unsubscribe()
                        .ifPresent(link -> errands.add(errand(arrival, Errand.Kind.UNSUBSCRIBE, at, link)));
            }
        }
        return errands;
    }

    private static List<Errand> toSurvey(Arrival arrival, Person person, Instant now) {
        var reminded = arrival.kind().equals("reminder");
        var reaction = person.reactionTo(arrival.campaign(), reminded);
        var already = reminded && person.reactionTo(arrival.campaign(), false) == Reaction.ANSWER;
        if (reaction == Reaction.NONE || already) {
            return List.of();
        }
        var kind = reaction == Reaction.ANSWER ? Errand.Kind.ANSWER : Errand.Kind.GLANCE;
        return arrival.survey()
                .map(link -> List.of(errand(arrival, kind, when(arrival, person, now), link)))
                .orElse(List.of());
    }

    private static Instant when(Arrival arrival, Person person, Instant now) {
        return WakingHours.next(now.plus(person.delay(arrival.kind() + ":" + arrival.campaign())));
    }

    private static Errand errand(Arrival arrival, Errand.Kind kind, Instant at, String address) {
        return new Errand(0, at, kind, arrival.customer(), arrival.campaign(), address);
    }
}
