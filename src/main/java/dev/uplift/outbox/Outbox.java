package dev.uplift.outbox;

import dev.uplift.channel.webhook.HookCall;
import dev.uplift.channel.webhook.Hooks;
import dev.uplift.outbox.WebhookSettings.Endpoint;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Tells other systems what happened; each endpoint has hands of its own, so that a slow one holds up no other. */
@Component
public class Outbox implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** Calls to one endpoint at the same time, on one node. */
    private static final int HANDS = 4;

    private final Map<String, Endpoint> endpoints;
    private final Map<String, Semaphore> free = new ConcurrentHashMap<>();
    private final Set<CompletableFuture<Void>> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "webhook");
        thread.setDaemon(true);
        return thread;
    });

    private final Listening listening;
    private final Queue queue;
    private final Bodies bodies;
    private final Hooks hooks;
    private final Clock clock;

    Outbox(WebhookSettings settings, Listening listening, Queue queue, Bodies bodies, Hooks hooks, Clock clock) {
        this.endpoints = new TreeMap<>(settings.webhooks());
        this.listening = listening;
        this.queue = queue;
        this.bodies = bodies;
        this.hooks = hooks;
        this.clock = clock;
    }

    /** Hears what happened and begins to tell it; does not wait for it to be told. Gives back the instant. */
    public Instant tell(Instant now) {
        underWay.removeIf(CompletableFuture::isDone);
        endpoints.forEach((name, endpoint) -> {
            listening.hear(name, endpoint, now);
            queue.forget(now);
            lendHands(name, endpoint, now);
        });
        return now;
    }

    /** Waits until nothing is on its way from here any more. */
    public void await() {
        CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)).join();
    }

    /** What does not end in time is tried again by another node or after the next start. */
    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    private void lendHands(String name, Endpoint endpoint, Instant now) {
        var hands = free.computeIfAbsent(name, key -> new Semaphore(HANDS));
        while (hands.tryAcquire()) {
            var first = claimed(name, hands, now);
            if (first.isEmpty()) {
                return;
            }
            var work = CompletableFuture.runAsync(() -> tellAll(name, endpoint, first.get(), now), threads);
            underWay.add(work.whenComplete((nothing, failure) -> released(name, hands, failure)));
        }
    }

    private static void released(String name, Semaphore hands, @Nullable Throwable failure) {
        hands.release();
        if (failure != null) {
            LOG.warn("Telling the endpoint {} stopped short and goes on within a minute: {}", name, failure.toString());
        }
    }

    /** The hand is given back if there is nothing for it to do. */
    private Optional<Delivery> claimed(String name, Semaphore hands, Instant now) {
        var next = Optional.<Delivery>empty();
        try {
            next = queue.claim(name, now);
        } finally {
            if (next.isEmpty()) {
                hands.release();
            }
        }
        return next;
    }

    private void tellAll(String name, Endpoint endpoint, Delivery first, Instant now) {
        var next = Optional.of(first);
        while (next.isPresent()) {
            tell(endpoint, next.get());
            next = queue.claim(name, now);
        }
    }

    private void tell(Endpoint endpoint, Delivery delivery) {
        var body = bodies.of(delivery);
        if (body.isEmpty()) {
            queue.gone(delivery, clock.instant());
            return;
        }
        var call = new HookCall(delivery.key().toString(), delivery.event(), body.get());
        var wrong = hooks.post(endpoint.target(), call, clock.instant());
        if (wrong.isEmpty()) {
            queue.delivered(delivery, clock.instant());
        } else {
            queue.failed(delivery, wrong, clock.instant());
        }
    }
}
