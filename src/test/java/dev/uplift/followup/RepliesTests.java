package dev.uplift.followup;

import static dev.uplift.followup.TestDesk.NOW;
import static dev.uplift.followup.TestDesk.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.followup.CaseEvent.What;
import dev.uplift.platform.CustomerId;
import dev.uplift.platform.Medium;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepliesTests {

    private static final Instant LATER = NOW.plus(Duration.ofHours(2));

    @TempDir
    private Path content;

    private TestDesk desk;
    private CustomerId customer;
    private long id;

    @BeforeEach
    void open() throws IOException {
        desk = new TestDesk(content, PLAIN + "replies: [reply]\n");
        customer = new CustomerId(desk.customer("Anna"));
        desk.answers(customer.value(), 3, null, NOW);
        id = desk.cases.takeNext("anna", NOW).orElseThrow().id();
    }

    @Test
    void wakesACaseThatWaitsForTheCustomer() {
        wait(NOW.plus(Duration.ofHours(1)));

        assertThat(heard("mail-1", LATER)).isTrue();

        assertThat(desk.find(id).state()).isEqualTo(CaseState.WORKING);
        assertThat(desk.find(id).owner()).isEqualTo("anna");
        assertThat(desk.find(id).clock().dueAt()).isEqualTo(LATER.plus(Duration.ofHours(7)));
        assertThat(last().what()).isEqualTo(What.REPLY);
        assertThat(last().text()).isEqualTo("Danke, aber nein");
    }

    @Test
    void wakesACaseThatWasPutOff() {
        desk.cases.snooze(id, "anna", NOW.plus(Duration.ofDays(3)), NOW);

        heard("mail-1", LATER);

        assertThat(desk.find(id).state()).isEqualTo(CaseState.WORKING);
    }

    @Test
    void goesToTheQueueWhenTheOwnerIsGone() throws IOException {
        wait(NOW.plusSeconds(40));
        desk.rewrite(PLAIN + "members: [ben]\n");

        heard("mail-1", LATER);

        var woken = desk.cases.find(id, "ben").orElseThrow();
        assertThat(woken.state()).isEqualTo(CaseState.NEW);
        assertThat(woken.owner()).isNull();
    }

    @Test
    void opensACaseAgainThatWasClosedLately() {
        desk.cases.contact(id, "anna", new Touch("call", true, "Explained"), NOW);
        desk.cases.close(id, "anna", "price", Outcome.RESOLVED, "Settled", NOW);

        assertThat(heard("mail-1", LATER)).isTrue();

        var again = desk.find(id);
        assertThat(again.state()).isEqualTo(CaseState.WORKING);
        assertThat(again.ending()).isNull();
        assertThat(again.firstContactAt()).isNull();
        assertThat(again.clock().dueAt())
                .isEqualTo(LATER.plus(Duration.ofHours(8)).plus(Duration.ofHours(14)));
        assertThat(desk.cases.events(id)).extracting(CaseEvent::what).endsWith(What.CLOSED, What.REPLY, What.REOPENED);
        assertThat(desk.cases.events(id))
                .filteredOn(event -> event.what() == What.CLOSED)
                .allSatisfy(event -> {
                    assertThat(event.outcome()).isEqualTo(Outcome.RESOLVED);
                    assertThat(event.rootCause()).isEqualTo("price");
                });
    }

    @Test
    void takesNothingForACaseThatIsOverForLong() {
        desk.cases.close(id, "anna", "price", Outcome.RESOLVED, "", NOW);

        assertThat(heard("mail-1", NOW.plus(Duration.ofDays(31)))).isFalse();
        assertThat(desk.find(id).state()).isEqualTo(CaseState.CLOSED);
        assertThat(last().what()).isEqualTo(What.CLOSED);
    }

    @Test
    void countsAReplyOnceAlsoWhenItIsHeardByManyAtOnce() throws Exception {
        wait(NOW.plusSeconds(40));
        var start = new CyclicBarrier(6);
        Callable<Boolean> hearing = () -> {
            start.await();
            return heard("mail-1", LATER);
        };

        var pool = Executors.newFixedThreadPool(6);
        for (var heard : pool.invokeAll(Collections.nCopies(6, hearing))) {
            assertThat(heard.get()).isTrue();
        }
        pool.shutdown();

        assertThat(desk.cases.events(id))
                .filteredOn(event -> event.what() == What.REPLY)
                .hasSize(1);
    }

    private boolean heard(String key, Instant at) {
        return desk.replies.heard(customer, Medium.EMAIL, "Danke, aber nein", key, at);
    }

    /** The customer was written to and has the word since. */
    private void wait(Instant since) {
        var draft = desk.letters.begin(id, "anna", Medium.SMS, "reply", NOW);
        desk.letters.send(id, "anna", Medium.SMS, draft.key(), "", "Guten Tag", NOW);
        desk.becomes("ACCEPTED", null, since);
        desk.posted.tell(since);
    }

    private CaseEvent last() {
        var events = desk.cases.events(id);
        return events.get(events.size() - 1);
    }
}
