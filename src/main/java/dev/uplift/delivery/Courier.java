package dev.uplift.delivery;

import dev.uplift.channel.Channel;
import dev.uplift.channel.Lane;
import dev.uplift.channel.Outbound;
import dev.uplift.platform.Failpoint;
import dev.uplift.platform.Medium;
import dev.uplift.platform.SendId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Takes due sends from the ledger to their channels and brings back what became of them; safe to call from many threads. */
@Component
public class Courier implements DisposableBean {

    /** Few enough for streams to take turns, enough to share the price of a claim. */
    private static final int BATCH = 256;

    /** How long sends to a slow domain are held before others get their turn, and how long they are then put back. */
    private static final int PATIENCE = 10;

    private static final long BREATH = 20_000_000;
    private static final Duration SLOW_DOMAIN = Duration.ofSeconds(5);

    private final Claims claims;
    private final Suspects suspects;
    private final Gatekeeper gate;
    private final Pacer pacer;
    private final Worker worker;
    private final Custody custody;
    private final Outcomes outcomes;
    private final Map<Medium, Channel> channels;
    private final Map<Medium, Hands> hands;
    private final Clock clock;
    private final Turns turns = new Turns(System::nanoTime);
    private volatile boolean closing;

    Courier(
            Claims claims,
            Suspects suspects,
            Gatekeeper gate,
            Pacer pacer,
            Worker worker,
            Custody custody,
            Outcomes outcomes,
            List<Channel> channels,
            Clock clock) {
        this.claims = claims;
        this.suspects = suspects;
        this.gate = gate;
        this.pacer = pacer;
        this.worker = worker;
        this.custody = custody;
        this.outcomes = outcomes;
        this.channels = channels.stream().collect(Collectors.toMap(Channel::medium, Function.identity()));
        this.hands = channels.stream()
                .collect(Collectors.toMap(Channel::medium, channel -> new Hands(channel, clock, outcomes::add)));
        this.clock = clock;
    }

    /** Claims the next due sends of the stream whose turn it is; none if nothing is due or there is no room. */
    public Claimed claim(Instant now) {
        for (var stream : turns.order(now, claims::due)) {
            var lane = lane(stream);
            var room = lane.isEmpty() ? 0 : pacer.room(stream.limits(lane), BATCH, now);
            var by = worker.id();
            var sends = room > 0 ? custody.claim(by, () -> claim(stream, by, now, room)) : List.<Send>of();
            turns.served(stream, sends);
            if (!sends.isEmpty()) {
                Failpoint.at("claim.after");
                return new Claimed(Optional.of(stream), by, sends);
            }
        }
        return new Claimed(Optional.empty(), 0, List.of());
    }

    /** What was put back may stand before the place we had come to. */
    private List<Send> claim(Stream stream, long by, Instant now, int room) {
        var place = turns.place(stream);
        var sends = claims.claim(stream, place, by, now, room);
        return sends.isEmpty() && !place.equals(Place.START) ? claims.claim(stream, Place.START, by, now, room) : sends;
    }

    /** Writes their messages. */
    public Composed compose(Claimed claimed) {
        return custody.keep(claimed, () -> suspects.compose(claimed, clock.instant()));
    }

    /** Marks and hands over group by group, each as soon as connections are free; returns when the last is on its way. */
    public HandedOver handOver(Composed composed) {
        var claimed = composed.claimed();
        return custody.keep(claimed, () -> {
            claimed.stream().ifPresent(stream -> handOver(composed, stream));
            return new HandedOver(claimed.sends().size());
        });
    }

    /** Waits for what the channels say; empty after a moment of silence. */
    public Heard hear() {
        return outcomes.hear();
    }

    /** Writes down what they said, and makes their places free. */
    public int record(Heard heard) {
        outcomes.record(heard.tries(), clock.instant());
        heard.tries()
                .forEach(tried -> handsOf(tried.message().message().medium()).release(1));
        return heard.tries().size();
    }

    /** From now on nothing more is marked; what is on its way is still recorded. */
    public void close() {
        closing = true;
    }

    /** Ends {@link #close()}. */
    public void open() {
        closing = false;
    }

    /** How many messages are on their way and not in the ledger yet. */
    public int onTheWay() {
        return hands.values().stream().mapToInt(Hands::busy).sum();
    }

    @Override
    public void destroy() {
        hands.values().forEach(Hands::close);
    }

    private void handOver(Composed composed, Stream stream) {
        var worker = composed.claimed().worker();
        gate.reject(composed.failures().keySet(), worker, clock.instant());
        var asking = composed.claimed().sends().stream()
                .map(Send::id)
                .filter(id -> !composed.failures().containsKey(id))
                .toList();
        var way = handsOf(stream.channel());
        var waiting = new ArrayDeque<>(asking);
        for (var patience = PATIENCE; !waiting.isEmpty(); ) {
            var reserved = reserve(way, stream, waiting.size());
            var group = way.pick(waiting, reserved, composed.messages());
            way.release(reserved - group.size());
            if (!group.isEmpty()) {
                admit(group, composed, stream, way);
                patience = PATIENCE;
            } else if (reserved == 0 || --patience == 0 || heldUp(waiting, composed, way)) {
                putBack(waiting, worker, reserved > 0);
                return;
            } else {
                LockSupport.parkNanos(BREATH);
            }
        }
    }

    /** Only those to late domains are left, and the next batch may have others again, as this one had. */
    private static boolean heldUp(Deque<SendId> waiting, Composed composed, Hands way) {
        var left = waiting.stream().map(composed.messages()::get).toList();
        return way.late(left) && !way.late(composed.messages().values());
    }

    private void putBack(Deque<SendId> waiting, long worker, boolean slow) {
        if (slow) {
            gate.release(List.copyOf(waiting), worker, clock.instant().plus(SLOW_DOMAIN));
        } else {
            gate.release(List.copyOf(waiting), worker);
        }
    }

    /** Group and places go together: a place is given back by whoever finds that the send does not need it. */
    private void admit(List<SendId> group, Composed composed, Stream stream, Hands way) {
        var by = composed.claimed().worker();
        var limits = stream.limits(lane(stream));
        var messages = group.stream()
                .map(composed.messages()::get)
                .filter(Objects::nonNull)
                .toList();
        var marked =
                mark(group, messages, () -> gate.admit(group, by, stream.capped(), limits, clock.instant()), by, way);
        way.release(group.size() - marked.size());
        for (var message : messages) {
            if (marked.contains(message.send())) {
                way.carry(message, by, new Clearance(() -> again(limits)));
            } else {
                way.leave(message);
            }
        }
    }

    private boolean again(List<Limit> limits) {
        return !Limit.paced(limits) || gate.again(limits, clock.instant());
    }

    /** Nothing is handed over in here, so a failure leaves no doubt about what left the house. */
    private Set<SendId> mark(
            List<SendId> group, List<Outbound> messages, Supplier<Set<SendId>> asked, long by, Hands way) {
        try {
            Failpoint.at("mark.before");
            var marked = asked.get();
            Failpoint.at("mark.after");
            return marked;
        } catch (RuntimeException e) {
            messages.forEach(way::leave);
            way.release(group.size() - custody.unmarked(messages, by, e));
            throw e;
        }
    }

    private int reserve(Hands way, Stream stream, int most) {
        try {
            for (var lane = lane(stream); !closing && lane.isPresent(); lane = lane(stream)) {
                var wanted = Math.min(most, lane.get().connections());
                var reserved = Limit.paced(stream.limits(lane)) ? way.reserveSwiftly(wanted) : way.reserve(wanted);
                if (reserved > 0) {
                    return reserved;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private Optional<Lane> lane(Stream stream) {
        return Optional.ofNullable(channels.get(stream.channel())).flatMap(Channel::lane);
    }

    private Hands handsOf(Medium medium) {
        return Objects.requireNonNull(hands.get(medium), "Only sends of known channels are claimed");
    }
}
