package dev.uplift.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** As many threads as there are connections, which take their share of the messages as they come to it. */
final class Hands {

    private final List<Work> works;
    private final ExecutorService threads;

    Hands(List<? extends Work> works) {
        this.works = List.copyOf(works);
        this.threads = Executors.newFixedThreadPool(works.size());
    }

    /** What one of the threads does. */
    interface Work {

        void send(int from, int to) throws Exception;
    }

    /** Returns when all is done; throws what one of the works threw. */
    void share(int messages, int portion) throws Exception {
        var next = new AtomicInteger();
        var tasks = new ArrayList<Callable<Boolean>>();
        for (var work : works) {
            tasks.add(() -> {
                for (var at = next.getAndAdd(portion); at < messages; at = next.getAndAdd(portion)) {
                    work.send(at, Math.min(at + portion, messages));
                }
                return true;
            });
        }
        for (var done : threads.invokeAll(tasks)) {
            done.get();
        }
    }
}
