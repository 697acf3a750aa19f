package dev.uplift.followup;

import static dev.uplift.followup.TestDesk.NOW;
import static dev.uplift.followup.TestDesk.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.uplift.followup.CaseEvent.What;
import dev.uplift.followup.CaseRefused.Why;
import dev.uplift.platform.Medium;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LettersTests {

    @TempDir
    private Path content;

    private TestDesk desk;
    private long id;

    @BeforeEach
    void open() throws IOException {
        desk = new TestDesk(content, PLAIN + "replies: [reply]\n");
        desk.answers(desk.customer("Anna"), 3, null, NOW);
        id = desk.cases.takeNext("anna", NOW).orElseThrow().id();
    }

    @Test
    void beginsWithATemplateOfTheDeskFilledForTheCustomer() {
        var draft = desk.letters.begin(id, "anna", Medium.SMS, "reply", NOW);

        assertThat(draft.text()).isEqualTo("Nordwerk: Hallo Anna");
        assertThat(desk.letters.drafts(id)).extracting(Draft::text).containsExactly("Nordwerk: Hallo Anna");
        refused(Why.NO_TEMPLATE, () -> desk.letters.begin(id, "anna", Medium.SMS, "other", NOW));
        refused(Why.NO_TEMPLATE, () -> desk.letters.begin(id, "anna", Medium.EMAIL, "reply", NOW));
        refused(Why.NOT_YOURS, () -> desk.letters.begin(id, "ben", Medium.SMS, "reply", NOW));
    }

    @Test
    void keepsWhatCannotGo() {
        desk.letters.begin(id, "anna", Medium.SMS, "reply", NOW);
        var key = desk.letters.drafts(id).get(0).key();
        desk.jdbc
                .sql("update audience.customer set phone = null, phone_fp = null")
                .update();

        refused(Why.UNREACHABLE, () -> desk.letters.send(id, "anna", Medium.SMS, key, "", "Lange geschrieben", NOW));

        assertThat(desk.letters.drafts(id)).extracting(Draft::text).containsExactly("Lange geschrieben");
    }

    @Test
    void waitsForTheCustomerOnceAProviderHasTakenTheMessage() {
        send("Guten Tag");
        assertThat(desk.posted.tell(NOW.plusSeconds(29))).isEqualTo(NOW.plusSeconds(29));
        assertThat(desk.find(id).state()).isEqualTo(CaseState.WORKING);
        assertThat(desk.find(id).firstContactAt()).isNull();

        tell("ACCEPTED", null, NOW.plusSeconds(31));

        assertThat(desk.find(id).state()).isEqualTo(CaseState.WAITING);
        assertThat(desk.find(id).firstContactAt()).isEqualTo(NOW.plusSeconds(31));
        assertThat(desk.find(id).clock().dueAt()).isNull();
        tell("DELIVERED", null, NOW.plusSeconds(60));
        assertThat(contacts()).containsExactly("Guten Tag");
    }

    @Test
    void comesBackWithTheReasonWhenTheGateRefuses() {
        send("Guten Tag");

        tell("SUPPRESSED", "OBJECTED", NOW.plusSeconds(31));

        assertThat(desk.find(id).state()).isEqualTo(CaseState.WORKING);
        assertThat(desk.find(id).firstContactAt()).isNull();
        assertThat(last().what()).isEqualTo(What.REFUSED);
        assertThat(last().text()).isEqualTo("OBJECTED");
        assertThat(last().channel()).isEqualTo("sms");
    }

    @Test
    void comesBackWhenAMessageThatWasTakenTurnsOutNotToArrive() {
        send("Guten Tag");
        tell("ACCEPTED", null, NOW.plusSeconds(31));

        tell("UNDELIVERED", "BAD_ADDRESS", NOW.plusSeconds(90));

        assertThat(desk.find(id).state()).isEqualTo(CaseState.WORKING);
        assertThat(last().text()).isEqualTo("BAD_ADDRESS");
    }

    @Test
    void isADraftAgainWhenItIsTakenBack() {
        send("Guten Tag");

        desk.letters.takeBack(id, "anna", NOW.plusSeconds(20));
        desk.posted.tell(NOW.plusSeconds(40));

        assertThat(desk.letters.drafts(id)).extracting(Draft::text).containsExactly("Guten Tag");
        assertThat(desk.letters.newest(id).orElseThrow().state()).isEqualTo("CANCELLED");
        assertThat(desk.cases.events(id)).extracting(CaseEvent::what).containsExactly(What.OPENED, What.TAKEN);
        refused(Why.TOO_LATE, () -> desk.letters.takeBack(id, "anna", NOW.plusSeconds(21)));
    }

    @Test
    void sendsOnceForTwoClicksAndNothingElseMeanwhile() {
        var draft = desk.letters.begin(id, "anna", Medium.SMS, "reply", NOW);

        var first = desk.letters.send(id, "anna", Medium.SMS, draft.key(), "", "Eins", NOW);
        var second = desk.letters.send(id, "anna", Medium.SMS, draft.key(), "", "Eins", NOW.plusSeconds(1));
        var next = desk.letters.begin(id, "anna", Medium.SMS, "reply", NOW);

        assertThat(second).isEqualTo(first);
        refused(
                Why.ON_ITS_WAY,
                () -> desk.letters.send(id, "anna", Medium.SMS, next.key(), "", "Zwei", NOW.plusSeconds(2)));
    }

    @Test
    void refusesBeforehandWhatTheGateWouldRefuse() {
        var draft = desk.letters.begin(id, "anna", Medium.SMS, "reply", NOW);
        desk.jdbc
                .sql(
                        "insert into consent.suppression select 'sms', phone_fp, 'OPTED_OUT', now() from audience.customer")
                .update();

        assertThat(desk.letters.refusal(desk.only(), Medium.SMS)).contains("SUPPRESSED");
        assertThat(desk.letters.refusal(desk.only(), Medium.EMAIL)).isEmpty();
        refused(Why.UNREACHABLE, () -> desk.letters.send(id, "anna", Medium.SMS, draft.key(), "", "Guten Tag", NOW));
        assertThat(desk.letters.newest(id)).isEmpty();
    }

    @Test
    void refusesAnEmptyMessageAndOneThatIsTooLong() {
        var draft = desk.letters.begin(id, "anna", Medium.SMS, "reply", NOW);

        refused(Why.EMPTY, () -> desk.letters.send(id, "anna", Medium.SMS, draft.key(), "", "  ", NOW));
        refused(Why.TOO_LONG, () -> desk.letters.save(id, "anna", Medium.SMS, "", "x".repeat(10_001), NOW));
        refused(Why.TOO_LONG, () -> desk.cases.close(id, "anna", "price", Outcome.RESOLVED, "x".repeat(2_001), NOW));
    }

    private void send(String text) {
        var draft = desk.letters.begin(id, "anna", Medium.SMS, "reply", NOW);
        desk.letters.send(id, "anna", Medium.SMS, draft.key(), "", text, NOW);
    }

    private void tell(String state, @Nullable String reason, Instant at) {
        desk.becomes(state, reason, at);
        desk.posted.tell(at);
        desk.posted.tell(at.plusSeconds(1));
    }

    private Iterable<String> contacts() {
        return desk.cases.events(id).stream()
                .filter(event -> event.what() == What.CONTACT)
                .map(CaseEvent::text)
                .toList();
    }

    private CaseEvent last() {
        var events = desk.cases.events(id);
        return events.get(events.size() - 1);
    }

    private static void refused(Why why, Runnable step) {
        assertThatExceptionOfType(CaseRefused.class)
                .isThrownBy(step::run)
                .satisfies(refusal -> assertThat(refusal.why()).isEqualTo(why));
    }
}
