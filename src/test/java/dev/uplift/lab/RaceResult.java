package dev.uplift.lab;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How the withdrawals of a campaign's customers and the marks of their messages met.
 *
 * @param went messages at a sink, though their customer withdrew, as that was committed only after the mark had begun
 * @param prevented messages refused since the withdrawal had been committed before
 * @param close races in which the mark began between the request to withdraw and its answer
 * @param near races in which they were less than 100 ms apart
 * @param wrong messages at a sink whose mark could see the withdrawal
 * @param late messages at a sink whose mark began after the withdrawal was answered
 * @param spoiled messages refused without a withdrawal that the mark could see
 * @param lost messages neither at a sink nor refused
 * @param twice messages that a sink has more than once
 */
record RaceResult(
        long races,
        long went,
        long prevented,
        long close,
        long near,
        long wrong,
        long late,
        long spoiled,
        long lost,
        long twice) {

    private static final Duration NEAR = Duration.ofMillis(100);

    /** One send with all that is known of it. */
    private record Meeting(Marks.Mark mark, Race.Withdrawal withdrawal, long times) {

        boolean out() {
            return times > 0;
        }

        boolean refused() {
            return mark.state().equals("SUPPRESSED");
        }

        boolean seen() {
            return Boolean.TRUE.equals(mark.withdrawn());
        }

        boolean afterAnswer() {
            return withdrawal.confirmed().isBefore(mark.marked());
        }

        boolean near() {
            return Duration.between(withdrawal.confirmed(), mark.marked()).abs().compareTo(NEAR) < 0;
        }

        boolean close() {
            return withdrawal.asked().isBefore(mark.marked()) && !afterAnswer();
        }
    }

    static RaceResult of(World world, Campaign campaign, Map<Integer, Race.Withdrawal> withdrawals) {
        var sink = world.journal().counts();
        var meetings = Marks.of(campaign, world.ledger().jdbc()).stream()
                .map(mark -> new Meeting(
                        mark,
                        Objects.requireNonNull(withdrawals.get(number(mark.customer()))),
                        sink.getOrDefault(mark.send(), 0L)))
                .toList();
        return of(meetings);
    }

    private static RaceResult of(List<Meeting> all) {
        return new RaceResult(
                all.size(),
                all.stream().filter(Meeting::out).count(),
                all.stream().filter(Meeting::refused).count(),
                all.stream().filter(Meeting::close).count(),
                all.stream().filter(Meeting::near).count(),
                all.stream().filter(met -> met.out() && met.seen()).count(),
                all.stream().filter(met -> met.out() && met.afterAnswer()).count(),
                all.stream().filter(met -> met.refused() && !met.seen()).count(),
                all.stream().filter(met -> met.out() == met.refused()).count(),
                all.stream().filter(met -> met.times() > 1).count());
    }

    Verdict verdict() {
        var violations = wrong + late + spoiled + lost + twice > 0 ? List.of(toString()) : List.<String>of();
        return new Verdict(twice, lost, 0, 0, races, violations);
    }

    private static int number(String customer) {
        return Integer.parseInt(customer.substring(customer.lastIndexOf('-') + 1));
    }
}
