package dev.uplift.followup;

import dev.uplift.delivery.DirectMessage;
import dev.uplift.delivery.DirectMessages;
import dev.uplift.followup.CaseEvent.What;
import dev.uplift.followup.Desk.SecondSurvey;
import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Purpose;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks the customers of cases again some days after the opening, whether they were followed up or wait by lot, so that the two
 * can be compared. The question goes through the gate; like a reminder it does not rest from the one that it repeats. A low
 * answer to it opens a case again, but that case asks nobody again.
 */
@Component
public class SecondSurveys {

    private final SecondBook book;
    private final CaseBook cases;
    private final CaseSteps steps;
    private final Desks desks;
    private final DirectMessages messages;

    SecondSurveys(SecondBook book, CaseBook cases, CaseSteps steps, Desks desks, DirectMessages messages) {
        this.book = book;
        this.cases = cases;
        this.steps = steps;
        this.desks = desks;
        this.messages = messages;
    }

    /** What came of asking again; empty before that. */
    public Optional<SecondAnswer> of(long id) {
        return book.of(id);
    }

    /** Asks whose time has come and notes what became of earlier questions; gives back the instant. */
    public Instant ask(Instant now) {
        for (var desk : desks.all()) {
            var again = desk.secondSurvey();
            if (again != null) {
                steps.within(() -> {
                    book.due(desk.key(), now.minus(again.after())).forEach(due -> ask(due, again, now));
                    return now;
                });
            }
        }
        return steps.within(() -> {
            book.news(now).forEach(news -> note(news, now));
            return now;
        });
    }

    private void ask(SecondBook.Due due, SecondSurvey again, Instant now) {
        var customer = new CustomerId(due.customer());
        var channel = Medium.of(due.channel()).orElseThrow();
        var nowhere = messages.refusal(customer, channel, Purpose.SURVEY).filter("NO_ADDRESS"::equals);
        if (nowhere.isPresent()) {
            book.begin(due.id(), again.survey(), null, nowhere.get(), now);
            cases.note(due.id(), CaseEvent.of(What.NOT_ASKED, "uplift", due.channel(), nowhere.get(), now));
            return;
        }
        var question = DirectMessage.survey(customer, channel, again.survey(), due.first());
        var send = messages.send(question, "second-survey:" + due.id(), "uplift", now, now);
        book.begin(due.id(), again.survey(), send, null, now);
    }

    private void note(SecondBook.News news, Instant now) {
        var score = news.score();
        var out = news.exposedAt() != null;
        if (!news.asked()) {
            var what = out ? What.ASKED : What.NOT_ASKED;
            var reason = out ? "" : Optional.ofNullable(news.reason()).orElse(news.state());
            cases.note(news.id(), CaseEvent.of(what, "uplift", news.channel(), reason, now));
        }
        if (score != null) {
            var at = Optional.ofNullable(news.answeredAt()).orElse(now);
            cases.note(news.id(), CaseEvent.of(What.ANSWERED, "customer", null, String.valueOf(score), at));
        }
        book.told(news, out ? null : Optional.ofNullable(news.reason()).orElse(news.state()));
    }
}
