package dev.uplift.survey;

import dev.uplift.platform.SendId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A survey answered by SMS: first the score, then the reason in the customer's own words. */
@Component
public class SmsDialogue {

    private static final Duration TIME_FOR_A_REASON = Duration.ofDays(7);

    private final Surveys surveys;
    private final SmsInbox inbox;

    SmsDialogue(Surveys surveys, SmsInbox inbox) {
        this.surveys = surveys;
        this.inbox = inbox;
    }

    /**
     * What is to be said next.
     *
     * @param score the customer's, as far as it is known
     * @param invitation what the dialogue is about, or null
     */
    public record Turn(
            Said said, @Nullable Integer score, @Nullable Invitation invitation) {}

    /** Hears a message from somebody to whom these invitations went, the newest first; stores what is an answer. */
    public Turn hear(List<SendId> asked, String text, Instant now) {
        // whoever writes an SMS is known by the number, so nobody can answer anonymously by it
        var invitations = asked.stream()
                .flatMap(send -> surveys.find(send, now).stream())
                .filter(invitation -> invitation.mode() != Mode.ANONYMOUS)
                .toList();
        return invitations.stream()
                .filter(Invitation::open)
                .findFirst()
                .map(invitation -> hear(invitation, text, now))
                .orElseGet(() -> invitations.isEmpty()
                        ? new Turn(Said.NOTHING, null, null)
                        : new Turn(Said.EXPIRED, null, invitations.get(0)));
    }

    /** The language of the newest of these invitations, or null without one. */
    public @Nullable String language(List<SendId> asked, Instant now) {
        return asked.stream()
                .flatMap(send -> surveys.find(send, now).stream())
                .map(Invitation::language)
                .findFirst()
                .orElse(null);
    }

    private Turn hear(Invitation invitation, String text, Instant now) {
        var metric = invitation.survey().metric();
        var score = SmsScore.in(text, metric.lowest(), metric.highest());
        var given = invitation.given();
        var soFar = inbox.about(invitation.send());
        if (given == null) {
            return score.map(first -> scored(invitation, first, now))
                    .orElseGet(() -> turn(soFar.askedBack() ? Said.SILENCE : Said.NUMBER, null, invitation));
        }
        var asking = soFar.askedWhy() != null && now.isBefore(soFar.askedWhy().plus(TIME_FOR_A_REASON));
        // within a reason a number counts something, unless it is all that was written
        return score.filter(only -> only.reason().isEmpty())
                .map(only -> changed(invitation, given, only.score(), asking, now))
                .orElseGet(() -> asking && !text.isBlank()
                        ? explained(invitation, given, text, now)
                        : turn(Said.NOTHING, null, invitation));
    }

    private Turn scored(Invitation invitation, SmsScore first, Instant now) {
        var reason = first.reason().orElse(null);
        var answer = new Answer(first.score(), List.of(), reason, false, invitation.language());
        return store(invitation, answer, reason == null ? Said.WHY : Said.THANKS, now);
    }

    private Turn changed(Invitation invitation, Answer given, int score, boolean asking, Instant now) {
        var answer =
                new Answer(score, given.reasons(), given.comment(), given.callBack(), given.language(), given.given());
        return store(invitation, answer, asking ? Said.WHY : Said.CHANGED, now);
    }

    private Turn explained(Invitation invitation, Answer given, String text, Instant now) {
        var answer =
                new Answer(given.score(), given.reasons(), text, given.callBack(), given.language(), given.given());
        return store(invitation, answer, Said.THANKS, now);
    }

    private Turn store(Invitation invitation, Answer answer, Said next, Instant now) {
        var stored = surveys.answer(invitation.send(), answer, now);
        return turn(stored ? next : Said.EXPIRED, answer.score(), invitation);
    }

    private static Turn turn(Said said, @Nullable Integer score, Invitation invitation) {
        return new Turn(said, score, invitation);
    }
}
