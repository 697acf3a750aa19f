package dev.uplift.delivery;

import static dev.uplift.delivery.LedgerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClaimsTests {

    private final LedgerFixture ledger = new LedgerFixture();

    @Test
    void givesNoSendToTwoWorkers() throws InterruptedException, ExecutionException {
        IntStream.range(0, 200).forEach(n -> ledger.planned(ledger.customer("c" + n), 1, "message", "service"));
        var workers = Executors.newFixedThreadPool(2);
        var results = workers.invokeAll(List.of(claimingAll(1), claimingAll(2)));
        workers.shutdown();

        var claimed = Stream.concat(results.get(0).get().stream(), results.get(1).get().stream())
                .map(Send::id)
                .toList();
        assertThat(claimed).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void keepsALaterStepUntilTheEarlierOneHasEnded() {
        var customer = ledger.customer("anna");
        var first = ledger.planned(customer, 1, "message", "service");
        ledger.planned(customer, 2, "message", "service");

        var claimed = ledger.claim(NOW, 10);

        assertThat(claimed).extracting(Send::id).containsExactly(first);
        assertThat(ledger.claim(NOW, 10)).isEmpty();
    }

    @Test
    void claimsNothingOfAPausedRun() {
        ledger.planned(ledger.customer("anna"), 1, "message", "service");
        ledger.jdbc.sql("update campaign.execution set state = 'PAUSED'").update();

        assertThat(ledger.claim(NOW, 10)).isEmpty();
        assertThat(ledger.claims.nextDue()).isEmpty();
    }

    private Callable<List<Send>> claimingAll(long worker) {
        return () -> {
            var all = new ArrayList<Send>();
            for (var some = ledger.claim(worker, NOW, 7); !some.isEmpty(); some = ledger.claim(worker, NOW, 7)) {
                all.addAll(some);
            }
            return all;
        };
    }
}
