package dev.uplift.delivery;

import static dev.uplift.delivery.LedgerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.SendId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An answer cancels the reminder, however late it comes before the mark. */
class RemindersTests {

    private static final int GROUP = 5;

    private final LedgerFixture ledger = new LedgerFixture();

    /** A survey that was sent, and its reminder. */
    private record Asked(SendId survey, SendId reminder) {}

    @Test
    void remindsNobodyWhoHasAnswered() {
        var asked = asked("anna");
        Answering.confirm(ledger, asked.survey, 9, NOW);

        assertThat(ledger.admit(NOW)).isEmpty();
        assertThat(ledger.state(asked.reminder)).isEqualTo("SKIPPED");
        assertThat(ledger.value(asked.reminder, "reason")).isEqualTo("ALREADY_ANSWERED");
    }

    @Test
    void remindsWhoeverHasNotAnswered() {
        var asked = asked("anna");
        Answering.confirm(ledger, asked("ben").survey, 9, NOW);

        assertThat(ledger.admit(NOW)).containsExactly(asked.reminder);
    }

    @Test
    void takesBackAReminderThatIsWrittenAlready() {
        var asked = asked("anna");
        var written = ledger.claim(NOW, 10).stream().map(Send::id).toList();
        Answering.confirm(ledger, asked.survey, 2, NOW);

        assertThat(written).containsExactly(asked.reminder);
        assertThat(ledger.gate.admit(written, ledger.worker.id(), true, List.of(), NOW))
                .isEmpty();
        assertThat(ledger.value(asked.reminder, "reason")).isEqualTo("ALREADY_ANSWERED");
    }

    @Test
    void remindsNobodyWhoseAnswerWasThereBeforeTheMark() throws InterruptedException, ExecutionException {
        var all = IntStream.range(0, 100).mapToObj(n -> asked("c" + n)).toList();
        var written =
                new ArrayList<>(ledger.claim(NOW, 500).stream().map(Send::id).toList());
        var answeredAt = new ConcurrentHashMap<SendId, Long>();
        var people = Executors.newFixedThreadPool(2);

        answer(all.subList(0, 5), answeredAt);
        var halves = List.of(all.subList(5, 50), all.subList(50, 95));
        var answering = halves.stream()
                .<Future<?>>map(half -> people.submit(() -> answer(half, answeredAt)))
                .toList();
        Collections.shuffle(written, new Random(7));
        var marks = mark(written);
        for (var half : answering) {
            half.get();
        }
        people.shutdown();

        assertThat(written).hasSize(100);
        assertThat(marks).isNotEmpty().hasSizeLessThan(100);
        assertThat(marks)
                .allSatisfy((reminder, begun) -> assertThat(answeredAt.getOrDefault(reminder, Long.MAX_VALUE))
                        .isGreaterThan(begun));
        assertThat(ledger.jdbc
                        .sql("select count(*) from delivery.send where reason = 'ALREADY_ANSWERED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(100 - marks.size());
    }

    /** Everybody answers; remembered is when the answer was committed for certain. */
    private void answer(List<Asked> people, Map<SendId, Long> answeredAt) {
        for (var asked : people) {
            Answering.confirm(ledger, asked.survey, 5, NOW);
            answeredAt.put(asked.reminder, System.nanoTime());
        }
    }

    /** Those that were marked, with the time at which their mark had not yet begun. */
    private Map<SendId, Long> mark(List<SendId> written) {
        var marks = new ConcurrentHashMap<SendId, Long>();
        for (var from = 0; from < written.size(); from += GROUP) {
            var begun = System.nanoTime();
            admit(written.subList(from, from + GROUP)).forEach(reminder -> marks.put(reminder, begun));
        }
        return marks;
    }

    private Set<SendId> admit(List<SendId> group) {
        return new HashSet<>(ledger.gate.admit(group, ledger.worker.id(), true, List.of(), NOW));
    }

    private Asked asked(String name) {
        var customer = ledger.customer(name);
        ledger.allow(customer, "survey");
        var survey = ledger.planned(customer, 1, "survey", "survey");
        ledger.expose(survey);
        var reminder = ledger.planned(customer, 2, "reminder", "survey");
        ledger.jdbc
                .sql("update delivery.send set of_step = 1 where id = :id")
                .param("id", reminder.value())
                .update();
        return new Asked(survey, reminder);
    }
}
