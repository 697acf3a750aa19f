package dev.uplift.delivery;

import static dev.uplift.delivery.LedgerFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.TestDatabase;
import java.sql.SQLException;
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
    void givesNoSendToTwoWorkers() throws InterruptedException, ExecutionException, SQLException {
        IntStream.range(0, 200).forEach(n -> ledger.planned(ledger.customer("c" + n), 1, "message", "service"));
        var second = new Worker(TestDatabase.source(), ledger.jdbc);
        var other = new Claims(ledger.jdbc, second);

        var workers = Executors.newFixedThreadPool(2);
        var results = workers.invokeAll(List.of(claimingAll(ledger.claims), claimingAll(other)));
        workers.shutdown();
        second.destroy();

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

        var claimed = ledger.claims.claim(NOW, 10);

        assertThat(claimed).extracting(Send::id).containsExactly(first);
        assertThat(ledger.claims.claim(NOW, 10)).isEmpty();
    }

    @Test
    void keepsThePaceOfTheRun() {
        IntStream.range(0, 30).forEach(n -> ledger.planned(ledger.customer("c" + n), 1, "message", "service"));
        ledger.jdbc.sql("update campaign.execution set per_minute = 20").update();

        var first = ledger.claims.claim(NOW, 100);
        ledger.jdbc
                .sql("update delivery.send set state = 'ACCEPTED', exposed_at = not_before where state = 'CLAIMED'")
                .update();

        assertThat(first).hasSize(20);
        assertThat(ledger.claims.claim(NOW.plusSeconds(59), 100)).isEmpty();
        assertThat(ledger.claims.claim(NOW.plusSeconds(61), 100)).hasSize(10);
    }

    @Test
    void claimsNothingOfAPausedRun() {
        ledger.planned(ledger.customer("anna"), 1, "message", "service");
        ledger.jdbc.sql("update campaign.execution set state = 'PAUSED'").update();

        assertThat(ledger.claims.claim(NOW, 10)).isEmpty();
        assertThat(ledger.claims.nextDue()).isEmpty();
    }

    private static Callable<List<Send>> claimingAll(Claims claims) {
        return () -> {
            var all = new ArrayList<Send>();
            for (var some = claims.claim(NOW, 7); !some.isEmpty(); some = claims.claim(NOW, 7)) {
                all.addAll(some);
            }
            return all;
        };
    }
}
