package dev.uplift.delivery;

import dev.uplift.channel.Channel;
import dev.uplift.channel.Outbound;
import dev.uplift.channel.SendResult;
import dev.uplift.delivery.Delivered.Try;
import dev.uplift.platform.Medium;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Takes due sends from the ledger to their channels and brings back what became of them, one round at a time. */
@Component
public class Courier implements DisposableBean {

    /** Sends per round: enough to share the commits, few enough to leave little UNKNOWN after a crash. */
    private static final int ROUND = 64;

    private static final int HANDS = 16;

    private final Claims claims;
    private final Composer composer;
    private final Gatekeeper gate;
    private final Settlement settlement;
    private final BadAddresses badAddresses;
    private final PolicyStop policyStop;
    private final Map<Medium, Channel> channels;
    private final Clock clock;
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS);

    Courier(
            Claims claims,
            Composer composer,
            Gatekeeper gate,
            Settlement settlement,
            BadAddresses badAddresses,
            PolicyStop policyStop,
            List<Channel> channels,
            Clock clock) {
        this.claims = claims;
        this.composer = composer;
        this.gate = gate;
        this.settlement = settlement;
        this.badAddresses = badAddresses;
        this.policyStop = policyStop;
        this.channels = channels.stream().collect(Collectors.toMap(Channel::medium, Function.identity()));
        this.clock = clock;
    }

    /** Claims the next due sends; none if nothing is due. */
    public Claimed claim(Instant now) {
        return new Claimed(claims.claim(now, ROUND));
    }

    /** Writes their messages. */
    public Composed compose(Claimed claimed) {
        return composer.compose(claimed.sends(), clock.instant());
    }

    /** Asks the gate and durably marks who may go; from here on a crash leaves UNKNOWN behind. */
    public Admitted admit(Composed composed) {
        var now = clock.instant();
        gate.reject(composed.failures().keySet(), now);
        var asking = composed.sends().stream()
                .map(Send::id)
                .filter(id -> !composed.failures().containsKey(id))
                .toList();
        var admitted = new HashSet<>(gate.admit(asking, now));
        var messages = composed.sends().stream()
                .map(Send::id)
                .filter(admitted::contains)
                .map(composed.messages()::get)
                .filter(Objects::nonNull)
                .toList();
        return new Admitted(composed.sends().size(), messages);
    }

    /** Hands the messages to their channels, side by side, exactly one try each. */
    public Delivered deliver(Admitted admitted) {
        try {
            var tries = hands.invokeAll(
                    admitted.messages().stream().map(this::attempt).toList());
            var delivered = new java.util.ArrayList<Try>();
            for (var tried : tries) {
                delivered.add(tried.get());
            }
            return new Delivered(admitted.claimed(), delivered);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending; what was marked becomes UNKNOWN", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A channel broke its promise not to throw", e);
        }
    }

    /** Writes down what the channels said. */
    public Recorded record(Delivered delivered) {
        var now = clock.instant();
        settlement.settle(delivered.tries(), now);
        badAddresses.suppress(delivered.tries(), now);
        policyStop.halt(delivered.tries(), now);
        return new Recorded(delivered.claimed());
    }

    @Override
    public void destroy() {
        hands.shutdown();
    }

    private Callable<Try> attempt(Outbound message) {
        return () -> {
            var started = clock.instant();
            var channel = channels.get(message.message().medium());
            var result = channel == null
                    ? new SendResult.Rejected("none", "", "No such channel is set up", SendResult.Cause.MESSAGE)
                    : channel.send(message);
            return new Try(message, result, started, clock.instant());
        };
    }
}
