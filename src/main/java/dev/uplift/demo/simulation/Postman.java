package dev.uplift.demo.simulation;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Shows customers what has newly arrived, once; what they are going to do with it is remembered in the same commit. */
@Component
class Postman {

    private final Arrivals arrivals;
    private final Errands errands;
    private final Diary diary;
    private final TransactionOperations transaction;

    Postman(Arrivals arrivals, Errands errands, Diary diary, TransactionOperations transaction) {
        this.arrivals = arrivals;
        this.errands = errands;
        this.diary = diary;
        this.transaction = transaction;
    }

    void distribute(Story story, Instant now) {
        for (var post = unseen(); !post.nothing(); post = unseen()) {
            var delivered = post;
            transaction.executeWithoutResult(status -> deliver(delivered, story, now));
        }
    }

    private Arrivals.New unseen() {
        var progress = diary.read().orElseThrow();
        return arrivals.after(progress.lastMail(), progress.lastSms());
    }

    private void deliver(Arrivals.New post, Story story, Instant now) {
        errands.add(post.arrivals().stream()
                .flatMap(arrival -> story.population().find(arrival.customer()).stream()
                        .flatMap(person -> Reactions.to(arrival, person, now).stream()))
                .toList());
        diary.seen(post.lastMail(), post.lastSms());
    }
}
