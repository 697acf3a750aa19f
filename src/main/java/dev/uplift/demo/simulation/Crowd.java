package dev.uplift.demo.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/** The simulated customers at work: what is due is done by many at once, and all are done before time goes on. */
@Component
class Crowd implements AutoCloseable {

    private static final int IN_FLIGHT = 16;
    private static final int AT_ONCE = 512;

    private final Errands errands;
    private final Visits visits;
    private final ExecutorService people = Executors.newFixedThreadPool(IN_FLIGHT, Crowd::thread);

    Crowd(Errands errands, Visits visits) {
        this.errands = errands;
        this.visits = visits;
    }

    /** Does all errands that are due. */
    void act(Story story, Instant now) {
        for (var due = errands.due(now, AT_ONCE); !due.isEmpty(); due = errands.due(now, AT_ONCE)) {
            var readers = errands.readers(due);
            finish(due.stream().map(errand -> errandOf(errand, story, readers)).toList());
            errands.done(due, now);
        }
    }

    @Override
    public void close() {
        people.shutdownNow();
    }

    private Callable<Void> errandOf(Errand errand, Story story, Set<List<String>> readers) {
        var feels = readers.contains(List.of(errand.customer(), errand.campaign()))
                ? story.shifts().getOrDefault(errand.campaign(), 0.0)
                : 0.0;
        return () -> {
            run(errand, story, feels);
            return null;
        };
    }

    private void run(Errand errand, Story story, double shift) {
        var person = story.population().find(errand.customer()).orElseThrow();
        switch (errand.kind()) {
            case READ -> {}
            case ANSWER -> visits.answer(errand.address(), Choices.of(person, errand.campaign(), shift));
            case GLANCE -> visits.glance(errand.address());
            case UNSUBSCRIBE -> visits.unsubscribe(errand.address(), person);
        }
    }

    private void finish(List<Callable<Void>> work) {
        try {
            for (Future<Void> done : people.invokeAll(work)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while simulated customers were at work", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A simulated customer could not do what was due", e.getCause());
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "customer");
        thread.setDaemon(true);
        return thread;
    }
}
