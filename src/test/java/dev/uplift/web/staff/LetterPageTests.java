package dev.uplift.web.staff;

import static dev.uplift.web.staff.SampleCases.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.followup.CaseState;
import dev.uplift.followup.Posted;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an agent writes to the customer of a case. */
class LetterPageTests extends DeskPages {

    @Autowired
    private Posted posted;

    @Test
    void beginsWithATemplateThatTheAgentChangesAndSends() throws UnsupportedEncodingException {
        var id = reachable("Albers");

        var sections = page("/cases/" + id, Locale.ENGLISH).select("details > summary");
        assertThat(sections.eachText()).startsWith("Write an e-mail", "Write an SMS", "Log a call or visit");
        post("/cases/" + id + "/letters/email/begin?template=reply-sorry");

        var form = page("/cases/" + id, Locale.ENGLISH).select("#email form");
        assertThat(form.select("[name=subject]").val()).isEqualTo("Ihre Rückmeldung an uns");
        assertThat(form.select("textarea").val())
                .contains("Albers", "Nordwerk Energie")
                .doesNotContain("<p>", "====");
        assertThat(form.text()).contains("To albers@kunden.example", "Draft saved");
    }

    @Test
    void sendsAfterThirtySecondsUnlessItIsTakenBack() throws UnsupportedEncodingException {
        var id = reachable("Albers");
        send(id, "Guten Tag ${company.name} <b>");

        var sent = page("/cases/" + id, Locale.ENGLISH).select(".sent");
        assertThat(sent.text()).contains("The email goes out in 30 seconds.", "Undo");
        clock.simulate(NOW.plusSeconds(20));
        assertThat(page("/cases/" + id + "/outbox", Locale.GERMAN).text())
                .contains("Die E‑Mail geht in 10 Sekunden hinaus.", "Rückgängig");

        assertThat(post("/cases/" + id + "/undo")).flash().containsEntry("done", "staff.case.done.undone");
        assertThat(page("/cases/" + id, Locale.ENGLISH)
                        .select("#email textarea")
                        .val())
                .isEqualTo("Guten Tag ${company.name} <b>");
    }

    @Test
    void showsWhatWasSentAndThatTheCustomerHasTheWord() throws UnsupportedEncodingException {
        var id = reachable("Albers");
        send(id, "Guten Tag");
        become("ACCEPTED", null);

        var page = page("/cases/" + id, Locale.ENGLISH);
        assertThat(stored(id).state()).isEqualTo(CaseState.WAITING);
        assertThat(page.select(".head .tag").text()).isEqualTo("Waiting for the customer");
        assertThat(page.select("#history li:last-child").text())
                .contains("agent wrote to the customer (email)", "Guten Tag");
        assertThat(names("?show=waiting")).containsExactly("Albers");
    }

    @Test
    void saysWhyAMessageDidNotGo() throws UnsupportedEncodingException {
        var id = reachable("Albers");
        send(id, "Guten Tag");
        become("SUPPRESSED", "OBJECTED");

        assertThat(page("/cases/" + id, Locale.ENGLISH)
                        .select("#history li:last-child")
                        .text())
                .contains("Message to the customer (email) did not arrive: objected");
        assertThat(page("/cases/" + id, Locale.GERMAN).select(".sent").text()).contains("widersprochen");
        assertThat(stored(id).state()).isEqualTo(CaseState.WORKING);
    }

    @Test
    void saysBeforehandThatASuppressedCustomerCannotBeMailed() throws UnsupportedEncodingException {
        var id = reachable("Albers");
        samples.jdbc()
                .sql(
                        "insert into consent.suppression select 'email', email_fp, 'BAD_ADDRESS', now() from audience.customer")
                .update();

        assertThat(email(id, Locale.ENGLISH).text()).contains("Not possible by email: address blocked.");
        assertThat(email(id, Locale.GERMAN).text()).contains("nicht möglich", "anderen Kanal");
        assertThat(email(id, Locale.GERMAN).select("form")).isEmpty();
        assertThat(page("/cases/" + id, Locale.ENGLISH).select("#sms form")).hasSize(1);
    }

    @Test
    void keepsADraftWhileItIsWritten() throws UnsupportedEncodingException {
        var id = reachable("Albers");
        post("/cases/" + id + "/letters/sms/begin?template=reply-sorry");

        assertThat(put("/cases/" + id + "/letters/sms?text=Halb"))
                .hasStatusOk()
                .bodyText()
                .startsWith("Draft saved");

        assertThat(page("/cases/" + id, Locale.ENGLISH).select("#sms textarea").val())
                .isEqualTo("Halb");
        post("/cases/" + id + "/letters/sms/discard");
        assertThat(page("/cases/" + id, Locale.ENGLISH).select("#sms textarea")).isEmpty();
    }

    @Test
    void refusesInTheReadersLanguage() {
        var id = reachable("Albers");

        assertThat(post("/cases/" + id + "/letters/email/begin?template=win-back"))
                .flash()
                .containsEntry("refused", "Your desk has no template win-back for email.");
        assertThat(post("/cases/" + id + "/letters/fax/begin?template=reply-sorry"))
                .hasStatus(404);
    }

    @Test
    void closesAndTakesTheNextCase() {
        var next = samples.opened("Nowak", 2, null, Duration.ofMinutes(5));
        var id = reachable("Albers");

        assertThat(post("/cases/" + id + "/close?outcome=RESOLVED&takeNext=true"))
                .hasRedirectedUrl("/cases/" + id);
        assertThat(post("/cases/" + id + "/close?outcome=RESOLVED&rootCause=price&takeNext=true"))
                .hasRedirectedUrl("/cases/" + next);
        assertThat(stored(next).owner()).isEqualTo("agent");
    }

    @Test
    void saysWhatOneHasDoneToday() throws UnsupportedEncodingException {
        var id = taken("Albers");
        taken("Nowak");
        post("/cases/" + id + "/contact?channel=call&reached=true");
        post("/cases/" + id + "/close?outcome=RESOLVED&rootCause=price");

        assertThat(page("/cases", Locale.ENGLISH).select("#day").text())
                .isEqualTo("My day: 1 done, 1 open · half of first contacts within 30 min");
    }

    private long reachable(String name) {
        var id = taken(name);
        samples.reachable();
        return id;
    }

    private void send(long id, String text) throws UnsupportedEncodingException {
        post("/cases/" + id + "/letters/email/begin?template=reply-sorry");
        var key =
                page("/cases/" + id, Locale.ENGLISH).select("#email [name=key]").val();
        assertThat(post("/cases/" + id + "/letters/email/send", "key", key, "subject", "Betreff", "text", text))
                .flash()
                .containsEntry("done", "staff.case.done.sent");
    }

    private void become(String state, @Nullable String reason) {
        samples.jdbc()
                .sql(
                        "update delivery.send set state = :state, reason = :reason, settled_at = now(), exposed_at = now()")
                .param("state", state)
                .param("reason", reason)
                .update();
        posted.tell(NOW.plusSeconds(31));
    }

    private Document email(long id, Locale language) throws UnsupportedEncodingException {
        return Jsoup.parse(page("/cases/" + id, language).select("#email").outerHtml());
    }
}
