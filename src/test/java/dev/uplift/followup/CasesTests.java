package dev.uplift.followup;

import static dev.uplift.followup.TestDesk.NOW;
import static dev.uplift.followup.TestDesk.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasesTests {

    @TempDir
    private Path content;

    private TestDesk desk;

    @BeforeEach
    void open() throws IOException {
        desk = new TestDesk(content, PLAIN);
    }

    @Test
    void givesTheMostUrgentCaseFirst() {
        desk.answers(1, 3, null, NOW.plusSeconds(60));
        desk.answers(2, 3, null, NOW);

        assertThat(desk.cases.takeNext("anna", NOW).orElseThrow().customer()).isEqualTo(2);
        assertThat(desk.cases.takeNext("ben", NOW).orElseThrow().customer()).isEqualTo(1);
        assertThat(desk.cases.takeNext("carl", NOW)).isEmpty();
    }

    @Test
    void givesNoCaseToTwoOfTwoHundredAgents() throws Exception {
        for (var customer = 1; customer <= 150; customer++) {
            desk.say(customer, 3, null, NOW);
        }
        desk.opening.open(NOW);
        var agents = new ArrayList<Callable<Optional<Case>>>();
        var start = new CyclicBarrier(200);
        for (var agent = 0; agent < 200; agent++) {
            var name = "agent-" + agent;
            agents.add(() -> {
                start.await();
                return desk.cases.takeNext(name, NOW);
            });
        }

        var pool = Executors.newFixedThreadPool(200);
        var taken = new ArrayList<Long>();
        for (var future : pool.invokeAll(agents)) {
            future.get().map(Case::id).ifPresent(taken::add);
        }
        pool.shutdown();

        assertThat(taken).hasSize(150).doesNotHaveDuplicates();
        assertThat(desk.count("state = 'WORKING' and owner is not null")).isEqualTo(150);
    }

    @Test
    void letsNobodyElseWorkOnACase() {
        desk.answers(1, 3, null, NOW);
        var id = desk.cases.takeNext("anna", NOW).orElseThrow().id();

        refused(() -> desk.cases.take(id, "ben", NOW), "belongs to anna");
        refused(() -> desk.cases.close(id, "ben", "price", Outcome.RESOLVED, "", NOW), "belongs to anna");
        assertThat(desk.only().owner()).isEqualTo("anna");
    }

    @Test
    void stopsTheClockWhileACaseIsPutOff() {
        desk.answers(1, 3, null, NOW);
        var id = desk.cases.takeNext("anna", NOW).orElseThrow().id();
        var later = NOW.plus(Duration.ofHours(3));

        var snoozed = desk.cases.snooze(id, "anna", NOW.plus(Duration.ofDays(3)), later);
        assertThat(snoozed.clock()).isEqualTo(SlaClock.resting(Duration.ofHours(5)));

        desk.cases.tend(NOW.plus(Duration.ofDays(3)));

        assertThat(desk.only().state()).isEqualTo(CaseState.WORKING);
        assertThat(desk.only().clock().dueAt())
                .isEqualTo(NOW.plus(Duration.ofDays(3)).plus(Duration.ofHours(5)));
    }

    @Test
    void closesOnlyWithRootCauseAndOutcome() {
        desk.answers(1, 3, null, NOW);
        var id = desk.cases.takeNext("anna", NOW).orElseThrow().id();

        refused(() -> desk.cases.close(id, "anna", null, Outcome.RESOLVED, "", NOW), "Choose a root cause: price.");
        refused(() -> desk.cases.close(id, "anna", null, Outcome.NOT_RESOLVABLE, "", NOW), "Choose a root cause");
        refused(() -> desk.cases.close(id, "anna", "mood", Outcome.RESOLVED, "", NOW), "Choose a root cause: price.");
        var closed = desk.cases.close(id, "anna", "price", Outcome.RESOLVED, "Explained", NOW);

        assertThat(closed.ending()).isEqualTo(new Case.Ending("price", Outcome.RESOLVED, NOW));
        refused(() -> desk.cases.snooze(id, "anna", NOW.plusSeconds(9), NOW), "is CLOSED and cannot become SNOOZED");
    }

    @Test
    void countsTheFirstContactOnceAndReportsLateCasesOnce() {
        desk.answers(1, 3, null, NOW);
        desk.answers(2, 3, null, NOW);
        var id = desk.cases.takeNext("anna", NOW).orElseThrow().id();
        desk.cases.contact(id, "anna", new Touch("call", false, "No answer"), NOW.plusSeconds(60));
        desk.cases.contact(id, "anna", new Touch("call", true, "Explained"), NOW.plusSeconds(600));
        var late = NOW.plus(Duration.ofDays(2));

        desk.cases.tend(late);
        desk.cases.tend(late.plusSeconds(60));

        assertThat(desk.find(id).firstContactAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(desk.find(id).overdue(late)).isFalse();
        assertThat(desk.count("escalated_at is not null")).isEqualTo(1);
        assertThat(desk.cases.events(desk.jdbc
                        .sql("select id from followup.case where escalated_at is not null")
                        .query(Long.class)
                        .single()))
                .extracting(CaseEvent::what)
                .containsExactly(CaseEvent.What.OPENED, CaseEvent.What.ESCALATED);
    }

    @Test
    void handsOverToColleaguesAndBackToTheQueue() {
        desk.answers(1, 3, null, NOW);
        var id = desk.cases.takeNext("anna", NOW).orElseThrow().id();

        assertThat(desk.cases.handOver(id, "anna", "ben", "Speaks Polish", NOW).owner())
                .isEqualTo("ben");
        assertThat(desk.cases.handOver(id, "ben", null, "", NOW).state()).isEqualTo(CaseState.NEW);
        assertThat(desk.cases.takeNext("carl", NOW)).isPresent();
    }

    @Test
    void mergesCasesOfTheSameCustomerOnly() {
        desk.answers(1, 3, null, NOW);
        desk.answers(1, 2, null, NOW.plusSeconds(1));
        desk.answers(2, 2, null, NOW.plusSeconds(2));
        var first = desk.cases.takeNext("anna", NOW).orElseThrow().id();
        var second = desk.cases.takeNext("anna", NOW).orElseThrow().id();
        var other = desk.cases.takeNext("anna", NOW).orElseThrow().id();

        refused(() -> desk.cases.merge(first, "anna", other, NOW), "no other open case of the same customer");
        refused(() -> desk.cases.merge(first, "anna", first, NOW), "no other open case of the same customer");
        assertThat(desk.cases.merge(second, "anna", first, NOW).state()).isEqualTo(CaseState.MERGED);
    }

    private static void refused(Runnable step, String why) {
        assertThatExceptionOfType(CaseRefused.class).isThrownBy(step::run).withMessageContaining(why);
    }
}
