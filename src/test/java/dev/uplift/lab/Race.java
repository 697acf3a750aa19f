package dev.uplift.lab;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Withdraws for each customer of a campaign once, and just about when their message is to be marked. */
final class Race {

    private static final int THREADS = 8;

    /** Withdrawals are aimed so far behind the message that came out last, up to so far ahead of it. */
    private static final int BEHIND = Lab.CONNECTIONS / 2;

    private static final int AHEAD = 2 * Lab.CONNECTIONS;

    /** Of those who were written to or passed over, not more than this share withdraws before the end. */
    private static final double SHARE = 0.7;

    private static final int LONGEST_MILLIS = 1_000;

    /** When a customer asked to be left alone, and when that was confirmed. */
    record Withdrawal(Instant asked, Instant confirmed) {}

    private final List<Integer> order;
    private final Map<Integer, Integer> places;
    private final IntConsumer withdraw;
    private final Map<Integer, Withdrawal> withdrawals = new ConcurrentHashMap<>();
    private final CountDownLatch running = new CountDownLatch(THREADS);
    private final BitSet asked = new BitSet();
    private int latest = -1;
    private boolean over;

    /** Customers by number in the order in which they are written to, and how one of them withdraws. */
    Race(List<Integer> order, IntConsumer withdraw) {
        this.order = order;
        this.places = IntStream.range(0, order.size()).boxed().collect(Collectors.toMap(order::get, place -> place));
        this.withdraw = withdraw;
    }

    Race start(long seed) {
        for (var number = 0; number < THREADS; number++) {
            var random = new Random(seed * THREADS + number);
            Threads.daemon("race", () -> run(random));
        }
        return this;
    }

    /** A message to this customer came out. */
    synchronized void out(int customer) {
        latest = Math.max(latest, places.getOrDefault(customer, -1));
        notifyAll();
    }

    /** Nothing will come out any more, so that those who are left need not wait; gives all withdrawals by customer. */
    Map<Integer, Withdrawal> finish() throws InterruptedException {
        synchronized (this) {
            over = true;
            notifyAll();
        }
        running.await();
        return withdrawals;
    }

    private void run(Random random) {
        try {
            for (var next = next(random); next.isPresent(); next = next(random)) {
                withdraw(next.getAsInt());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running.countDown();
        }
    }

    private void withdraw(int customer) {
        var before = Instant.now();
        withdraw.accept(customer);
        withdrawals.put(customer, new Withdrawal(before, Instant.now()));
    }

    /** Somebody who is about to be written to or just was; waits for messages to catch up, and finds nobody at the end. */
    private synchronized OptionalInt next(Random random) throws InterruptedException {
        while (!over && asked.cardinality() > SHARE * latest) {
            wait(LONGEST_MILLIS);
        }
        var aim = Math.min(order.size() - 1, Math.max(0, latest - BEHIND + random.nextInt(BEHIND + AHEAD)));
        var behind = asked.previousClearBit(aim);
        var place = behind >= 0 ? behind : asked.nextClearBit(aim);
        if (place >= order.size()) {
            return OptionalInt.empty();
        }
        asked.set(place);
        return OptionalInt.of(order.get(place));
    }
}
