package dev.uplift.delivery;

import static dev.uplift.delivery.LedgerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.SendId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A customer who had three contacts of four, and two sends that both want to be the fourth. */
class ContactCapTests {

    private static final String WAITING = "select count(*) from pg_locks where locktype = 'advisory' and not granted";

    private final LedgerFixture ledger = new LedgerFixture();
    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        other.shutdown();
    }

    @Test
    void countsAContactThatIsOnItsWay() {
        var rivals = rivals("anna");

        assertThat(admit(List.of(rivals.get(0)))).hasSize(1);
        assertThat(admit(List.of(rivals.get(1)))).isEmpty();
        assertThat(ledger.value(rivals.get(1), "reason")).isEqualTo("CONTACT_CAP");
    }

    @Test
    void letsOneOfTwoThroughThatAreMarkedAtTheSameInstant() throws InterruptedException, ExecutionException {
        var rivals = rivals("anna");

        var second = ledger.transaction.execute(status -> {
            admit(List.of(rivals.get(0)));
            var asked = other.submit((Callable<Set<SendId>>) () -> admit(List.of(rivals.get(1))));
            awaitLockOr(asked);
            return asked;
        });

        assertThat(second).isNotNull();
        assertThat(second.get()).isEmpty();
        assertThat(ledger.value(rivals.get(0), "state")).isEqualTo("SENDING");
        assertThat(ledger.value(rivals.get(1), "reason")).isEqualTo("CONTACT_CAP");
    }

    @Test
    void endsWhenTwoGroupsWantTheSameCustomersInOppositeOrder() throws InterruptedException, ExecutionException {
        var rivals = IntStream.range(0, 20).mapToObj(n -> rivals("c" + n)).toList();
        var some = new ArrayList<>(rivals.stream().map(pair -> pair.get(0)).toList());
        var others = new ArrayList<>(rivals.stream().map(pair -> pair.get(1)).toList());
        Collections.reverse(others);

        var second = other.submit((Callable<Set<SendId>>) () -> admit(others));
        var admitted = new HashSet<>(admit(some));
        admitted.addAll(second.get());

        assertThat(admitted).hasSize(20);
        assertThat(rivals)
                .allSatisfy(
                        pair -> assertThat(pair).filteredOn(admitted::contains).hasSize(1));
    }

    private List<SendId> rivals(String name) {
        var customer = ledger.customer(name);
        ledger.allow(customer, "marketing");
        var sends = IntStream.rangeClosed(1, 5)
                .mapToObj(step -> ledger.planned(customer, step, "message", "marketing"))
                .toList();
        sends.subList(0, 3).forEach(ledger::expose);
        return sends.subList(3, 5);
    }

    private Set<SendId> admit(List<SendId> sends) {
        sends.forEach(send -> ledger.jdbc
                .sql("update delivery.due set worker = :worker where send_id = :id")
                .param("worker", ledger.worker.id())
                .param("id", send.value())
                .update());
        return ledger.gate.admit(sends, ledger.worker.id(), true, List.of(), NOW);
    }

    private void awaitLockOr(Future<?> done) {
        while (!done.isDone() && ledger.jdbc.sql(WAITING).query(Long.class).single() == 0) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
