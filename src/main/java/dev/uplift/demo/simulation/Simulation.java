package dev.uplift.demo.simulation;

import dev.uplift.delivery.Stages;
import dev.uplift.demo.phone.Phone;
import dev.uplift.platform.UpliftClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lives through past days with the real engine, from one instant at which something is due to the next.
 *
 * <p>At each instant the company acts, then the customers, then the engine; all are done before the clock moves on.
 */
@Component
class Simulation {

    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 9;

    private final Stages stages;
    private final UpliftClock clock;
    private final ObjectProvider<Phone> phone;
    private final Postman postman;
    private final Crowd crowd;
    private final Errands errands;
    private final Diary diary;
    private volatile boolean stopped;

    Simulation(
            Stages stages,
            UpliftClock clock,
            ObjectProvider<Phone> phone,
            Postman postman,
            Crowd crowd,
            Errands errands,
            Diary diary) {
        this.stages = stages;
        this.clock = clock;
        this.phone = phone;
        this.postman = postman;
        this.crowd = crowd;
        this.errands = errands;
        this.diary = diary;
    }

    /**
     * Lives the story to its end, from where an earlier life of the same story was cut off; then the clock is free.
     *
     * @param progress hears of every instant lived
     * @return whether the end was reached, rather than {@link #stop()}
     */
    synchronized boolean live(Story story, Consumer<Instant> progress) {
        diary.begin(story.seed(), story.from().minusSeconds(1), story.until());
        var now = diary.read().orElseThrow().livedUntil();
        var stalled = 0;
        while (!stopped) {
            var next = next(story, now, stalled);
            if (next.isAfter(story.until())) {
                diary.finish(story.until());
                clock.release();
                return true;
            }
            stalled = overdue(now) ? Math.min(stalled + 1, MOST_DOUBLINGS) : 0;
            step(story, now, next);
            diary.lived(next);
            now = next;
            progress.accept(now);
        }
        return false;
    }

    /** Ends the simulation after the present instant and returns when it has ended; it can be resumed. */
    void stop() {
        stopped = true;
        awaitEnd();
    }

    /** Whoever lives a story holds the lock, so getting it means that nobody does. */
    private synchronized void awaitEnd() {}

    private void step(Story story, Instant before, Instant now) {
        clock.simulate(now);
        story.actsAfter(before).stream()
                .filter(act -> !act.at().isAfter(now))
                .forEach(act -> act.deed().run());
        crowd.act(story, now);
        if (overdue(now)) {
            stages.wakeDue(now);
        }
        var present = phone.getIfAvailable();
        if (present != null && present.deliverCallbacks() > 0) {
            stages.wakeDue(now);
        }
        postman.distribute(story, now);
    }

    /** What is overdue although the engine was just awake waits for something else: it is tried ever more rarely. */
    private Instant next(Story story, Instant now, int stalled) {
        var patience = SHORTEST_WAIT.multipliedBy(1L << stalled);
        var engine = stages.nextDue().map(due -> due.isAfter(now) ? due : now.plus(patience));
        var customers = errands.nextDue().map(due -> due.isAfter(now) ? due : now.plus(SHORTEST_WAIT));
        var company = story.actsAfter(now).stream().map(Act::at).findFirst();
        return Stream.of(engine, customers, company)
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private boolean overdue(Instant now) {
        return stages.nextDue().filter(due -> !due.isAfter(now)).isPresent();
    }
}
