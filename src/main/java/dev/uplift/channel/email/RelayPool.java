package dev.uplift.channel.email;

import dev.uplift.channel.Breaker;
import dev.uplift.channel.Lane;
import dev.uplift.channel.Relay;
import dev.uplift.channel.SendResult;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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

    private record Kept(LedgerTransport transport, long since) {}

    private final Relay relay;
    private final SmtpProperties properties;
    private final Semaphore permits;
    private final Set<LedgerTransport> inUse = ConcurrentHashMap.newKeySet();
    private final Deque<Kept> idle = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean sweeping = new AtomicBoolean();
    private final Breaker breaker = new Breaker();

    RelayPool(Relay relay, SmtpProperties properties) {
        this.relay = relay;
        this.properties = properties;
        this.permits = new Semaphore(Math.max(1, relay.connections()));
    }

    /** Whether the relay failed lately, so that others should be asked first. */
    boolean resting() {
        return breaker.resting();
    }

    String name() {
        return relay.host();
    }

    Lane lane() {
        var connections = breaker.probes() ? 1 : relay.connections();
        return new Lane(relay.host() + ":" + relay.port(), connections, relay.rate(), relay.warmUp());
    }

    /** Hands one mail over; throws Unreachable if no connection could be had, so that nothing was said about it. */
    SendResult deliver(ReadyMail mail) throws Unreachable {
        take();
        breaker.begin();
        try {
            var kept = idle.pollFirst();
            var first = kept == null ? deliverFresh(mail) : deliver(mail, kept.transport());
            var verdict = kept != null && first.stale() ? deliverFresh(mail) : first;
            judge(verdict);
            return verdict.result(name());
        } finally {
            permits.release();
        }
    }

    private Verdict deliverFresh(ReadyMail mail) throws Unreachable {
        try {
            return deliver(mail, LedgerTransport.open(relay, properties, properties.patience()));
        } catch (MessagingException | RuntimeException e) {
            tell(breaker.trip());
            throw new Unreachable(e);
        }
    }

    private Verdict deliver(ReadyMail mail, LedgerTransport transport) {
        inUse.add(transport);
        sweepLater();
        var verdict = transport.deliver(mail);
        inUse.remove(transport);
        if (verdict.reusable()) {
            idle.addFirst(new Kept(transport, System.nanoTime()));
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

    private void judge(Verdict verdict) {
        if (verdict.relayFailed()) {
            tell(breaker.failed());
        } else {
            breaker.worked();
        }
    }

    private void tell(boolean opened) {
        if (opened) {
            log.warn("Relay {} port {} fails; it rests, and others are asked first", relay.host(), relay.port());
        }
    }

    private void sweepLater() {
        if (sweeping.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(KEEP.toSeconds(), TimeUnit.SECONDS)
                    .execute(this::sweep);
        }
    }

    private void sweep() {
        sweeping.set(false);
        inUse.stream()
                .filter(LedgerTransport::cutIfStuck)
                .forEach(stuck -> log.warn("Relay {} did not take what we wrote; connection cut", relay.host()));
        var before = System.nanoTime() - KEEP.toNanos();
        for (var kept : List.copyOf(idle)) {
            if (kept.since() - before <= 0 && idle.remove(kept)) {
                drop(kept.transport());
            }
        }
        if (!idle.isEmpty() || !inUse.isEmpty()) {
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
