package dev.uplift.channel.email;

import dev.uplift.channel.Relay;
import dev.uplift.channel.SendResult;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections to one relay: at most as many as it allows, kept open while there is work, closed soon after. */
final class RelayPool implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RelayPool.class);
    private static final Duration KEEP = Duration.ofSeconds(20);
    private static final Duration REST = Duration.ofSeconds(30);

    private record Kept(LedgerTransport transport, long since) {}

    private final Relay relay;
    private final SmtpProperties properties;
    private final Semaphore permits;
    private final Deque<Kept> idle = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean sweeping = new AtomicBoolean();
    private volatile long restingUntil = System.nanoTime();

    RelayPool(Relay relay, SmtpProperties properties) {
        this.relay = relay;
        this.properties = properties;
        this.permits = new Semaphore(Math.max(1, relay.connections()), true);
    }

    /** Whether the relay could not be reached lately, so that others should be asked first. */
    boolean resting() {
        return restingUntil - System.nanoTime() > 0;
    }

    String name() {
        return relay.host();
    }

    /** Hands one mail over; throws Unreachable if no connection could be had, so that nothing was said about it. */
    SendResult deliver(ReadyMail mail) throws Unreachable {
        take();
        try {
            var kept = idle.pollFirst();
            var verdict = kept == null ? deliverFresh(mail) : deliver(mail, kept.transport());
            return (kept != null && verdict.stale() ? deliverFresh(mail) : verdict).result(name());
        } finally {
            permits.release();
        }
    }

    private Verdict deliverFresh(ReadyMail mail) throws Unreachable {
        try {
            return deliver(mail, LedgerTransport.open(relay, properties, properties.patience()));
        } catch (MessagingException | RuntimeException e) {
            rest();
            throw new Unreachable(e);
        }
    }

    private Verdict deliver(ReadyMail mail, LedgerTransport transport) {
        var verdict = transport.deliver(mail);
        if (verdict.reusable()) {
            idle.addFirst(new Kept(transport, System.nanoTime()));
            sweepLater();
        } else {
            drop(transport);
        }
        return verdict;
    }

    private void take() throws Unreachable {
        try {
            if (!permits.tryAcquire(properties.patience().command().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unreachable("all " + relay.connections() + " connections are busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted before a connection was free");
        }
    }

    private void rest() {
        if (!resting()) {
            log.warn("Relay {} port {} cannot be reached; asking others first for a while", relay.host(), relay.port());
        }
        restingUntil = System.nanoTime() + REST.toNanos();
    }

    private void sweepLater() {
        if (sweeping.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(KEEP.toSeconds(), TimeUnit.SECONDS)
                    .execute(this::sweep);
        }
    }

    private void sweep() {
        sweeping.set(false);
        var before = System.nanoTime() - KEEP.toNanos();
        for (var kept : List.copyOf(idle)) {
            if (kept.since() - before <= 0 && idle.remove(kept)) {
                drop(kept.transport());
            }
        }
        if (!idle.isEmpty()) {
            sweepLater();
        }
    }

    private static void drop(LedgerTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // what was sent on it is already settled; how it ends changes nothing
            log.debug(
                    "A connection did not close in good order: {}", e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        for (var kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            drop(kept.transport());
        }
    }
}
