package dev.uplift.delivery;

import dev.uplift.channel.Channel;
import dev.uplift.channel.Departure;
import dev.uplift.channel.Outbound;
import dev.uplift.channel.SendResult;
import dev.uplift.platform.Failpoint;
import dev.uplift.platform.SendId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Carries marked messages to one channel: as many at a time as it has connections, and one more waiting for each.
 *
 * <p>A place is free again when the outcome is in the ledger, so that a crash leaves no more UNKNOWN than there are places.
 */
final class Hands {

    private static final SendResult STOPPED =
            new SendResult.Deferred("uplift", "STOPPED", "it was not sent, since it was held up for too long");

    private final Channel channel;
    private final Clock clock;
    private final Consumer<Try> outcomes;
    private final int places;
    private final Semaphore free;
    private final Domains domains;
    private final Line line;
    private final ExecutorService threads;

    Hands(Channel channel, Clock clock, Consumer<Try> outcomes) {
        this.channel = channel;
        this.clock = clock;
        this.outcomes = outcomes;
        this.places = 2 * channel.connections();
        this.free = new Semaphore(places);
        this.domains = new Domains(channel.connections(), System::nanoTime);
        this.line = new Line(domains);
        var number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(
                channel.connections(),
                task -> new Thread(task, channel.medium().key() + "-" + number.incrementAndGet()));
    }

    /**
     * Takes free places, up to this many; waits a moment for half of all, so that groups are large enough to share a commit,
     * and then for any. 0 if none became free.
     */
    int reserve(int most) throws InterruptedException {
        var group = Math.min(most, places / 2);
        if (free.tryAcquire(group, 4, TimeUnit.MILLISECONDS)) {
            return group;
        }
        if (!free.tryAcquire(100, TimeUnit.MILLISECONDS)) {
            return 0;
        }
        var more = Math.min(group - 1, free.availablePermits());
        return more > 0 && free.tryAcquire(more) ? 1 + more : 1;
    }

    /** The same, at first only places for which a connection is free as well, so that nothing has to wait for one. */
    int reserveSwiftly(int most) throws InterruptedException {
        var connections = places / 2;
        if (!free.tryAcquire(connections + 1, 100, TimeUnit.MILLISECONDS)) {
            return reserve(1);
        }
        free.release(connections);
        var more = Math.min(most - 1, free.availablePermits() - connections);
        return more > 0 && free.tryAcquire(more) ? 1 + more : 1;
    }

    /** Takes at most this many out of those that wait: whose domain may be written to now, and who get no message. */
    List<SendId> pick(Deque<SendId> waiting, int most, Map<SendId, Outbound> messages) {
        var picked = new ArrayList<SendId>();
        for (var next = waiting.iterator(); next.hasNext() && picked.size() < most; ) {
            var send = next.next();
            var message = messages.get(send);
            if (message == null || domains.enter(message)) {
                picked.add(send);
                next.remove();
            }
        }
        return picked;
    }

    /** Gives places back. */
    void release(int reserved) {
        free.release(reserved);
    }

    /** A picked message will not go. */
    void leave(Outbound message) {
        domains.leave(message);
    }

    /** Whether all of these would wait for a domain that is late. */
    boolean late(Collection<Outbound> messages) {
        return messages.stream().allMatch(domains::late);
    }

    /** Takes over a marked message, for which a place is reserved. */
    void carry(Outbound message, long worker, Clearance clearance) {
        line.add(new Line.Waiting(message, worker, clearance));
        threads.execute(this::work);
    }

    private void work() {
        for (var next = line.next(); next.isPresent(); next = line.next()) {
            carry(next.get());
        }
    }

    private void carry(Line.Waiting next) {
        var tried = attempt(next.message(), next.worker(), next.clearance());
        if (tried.slowsDomain()) {
            domains.rest(next.message());
        }
        domains.answered(next.message(), Duration.between(tried.startedAt(), tried.endedAt()));
        outcomes.accept(tried);
    }

    /** How many messages are on their way and not in the ledger. */
    int busy() {
        return places - free.availablePermits();
    }

    void close() {
        threads.shutdown();
    }

    private Try attempt(Outbound message, long worker, Clearance clearance) {
        Failpoint.at("send.before");
        var started = clock.instant();
        return new Try(worker, message, send(message, clearance), started, clock.instant());
    }

    private SendResult send(Outbound message, Clearance clearance) {
        try {
            var result = Departure.with(clearance, () -> channel.send(message));
            return clearance.refused() ? STOPPED : result;
        } catch (RuntimeException e) {
            return clearance.refused() ? STOPPED : new SendResult.Unknown("uplift", "the channel broke: " + e);
        }
    }
}
