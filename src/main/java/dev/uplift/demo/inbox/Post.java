package dev.uplift.demo.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** Stores mails of many connections together: one statement and one commit for all that wait, then each may go on. */
final class Post implements AutoCloseable {

    private static final int AT_ONCE = 256;
    private static final int TRIM_EVERY = 5_000;

    private final Mails mails;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread writer = new Thread(this::write, "inbox-writer");
    private int sinceTrim;

    Post(Mails mails) {
        this.mails = mails;
        writer.setDaemon(true);
        writer.start();
    }

    /** Returns when the mail is durable; throws what the database said if it is not. */
    void deliver(List<NewMail> copies) {
        var waiting = new Waiting(copies, new CompletableFuture<>());
        queue.add(waiting);
        waiting.stored().join();
    }

    @Override
    public void close() {
        writer.interrupt();
    }

    private void write() {
        try {
            while (true) {
                var batch = new ArrayList<Waiting>();
                batch.add(queue.take());
                queue.drainTo(batch, AT_ONCE - 1);
                store(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void store(List<Waiting> batch) {
        try {
            var copies =
                    batch.stream().flatMap(waiting -> waiting.copies().stream()).toList();
            mails.store(copies);
            trimAfter(copies.size());
            batch.forEach(waiting -> waiting.stored().complete(true));
        } catch (RuntimeException e) {
            // The sender hears of it: its connection answers 451 and the mail counts as not taken.
            batch.forEach(waiting -> waiting.stored().completeExceptionally(e));
        }
    }

    private void trimAfter(int stored) {
        sinceTrim += stored;
        if (sinceTrim >= TRIM_EVERY) {
            mails.trim(Mails.KEPT);
            sinceTrim = 0;
        }
    }

    private record Waiting(List<NewMail> copies, CompletableFuture<Boolean> stored) {}
}
