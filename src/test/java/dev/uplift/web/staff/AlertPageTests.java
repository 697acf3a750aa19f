package dev.uplift.web.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What leaders were told, and who has taken note. */
class AlertPageTests extends DeskPages {

    @Test
    void saysWhatToDoWithoutAny() throws UnsupportedEncodingException {
        assertThat(page("/alerts", Locale.ENGLISH).select(".empty").text()).contains("Nothing to tell");
    }

    @Test
    void changesNothingWhenOneLooksAndTakesNoteByAButton() throws UnsupportedEncodingException {
        raised();

        var page = page("/alerts/1", Locale.ENGLISH);
        assertThat(page.select("h1").text())
                .isEqualTo("30 cases wait too long for a first contact (more than 25 are reported). service-desk");
        assertThat(page.select("main form").attr("action")).isEqualTo("/alerts/1/acknowledge");
        assertThat(page("/alerts", Locale.GERMAN).select("main").text())
                .contains("30 Fälle warten über die Zeit", "Offen", "Ausgang unbekannt");

        assertThat(post("/alerts/1/acknowledge")).hasRedirectedUrl("/alerts/1");
        assertThat(post("/alerts/1/acknowledge")).flash().containsEntry("done", "staff.alert.done.before");
        var after = page("/alerts/1", Locale.GERMAN);
        assertThat(after.select("main form")).isEmpty();
        assertThat(after.select("main").text())
                .contains("Zur Kenntnis genommen von agent", "agent hat ihn zur Kenntnis genommen");
    }

    @Test
    void knowsNoOthers() {
        assertThat(get("/alerts/99", Locale.ENGLISH)).hasStatus(404);
        assertThat(post("/alerts/99/acknowledge")).hasStatus(404);
    }

    private void raised() {
        samples.jdbc().sql("""
                        insert into alert.notice (rule_key, kind, subject, level, facts, raised_at, told_at)
                        values ('overdue-cases', 'cases-overdue', 'desk:service-desk', 30,
                                '{"desk": "service-desk", "cases": 30, "most": 25}', '2026-12-01T08:00Z', '2026-12-01T08:00Z')""").update();
        samples.jdbc().sql("""
                        insert into alert.mail (id, rule_key, address, language, notices, state, created_at, not_before)
                        values (gen_random_uuid(), 'overdue-cases', 'leitung@nordwerk.example', 'de', '{1}', 'UNKNOWN',
                                '2026-12-01T08:00Z', '2026-12-01T08:00Z')""").update();
    }
}
