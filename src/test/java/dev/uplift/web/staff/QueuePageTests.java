package dev.uplift.web.staff;

import static dev.uplift.web.staff.SampleCases.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The queue of those to follow up. */
class QueuePageTests extends DeskPages {

    @Test
    void showsTheMostUrgentFirstAndSaysInWordsHowUrgent() throws UnsupportedEncodingException {
        samples.opened("Albers", 3, "Keiner <b>erklärt</b> warum", Duration.ofMinutes(30));
        samples.opened("Nowak", 2, null, Duration.ofMinutes(22 * 60 + 35));

        var rows = page("/cases", Locale.ENGLISH).select(".queue li");

        assertThat(rows.select("h2").eachText()).containsExactly("Nowak", "Albers");
        assertThat(rows.select(".tag").eachText()).containsExactly("35 min overdue", "7 h 30 min left");
        assertThat(rows.get(0).text()).contains("2 of 10", "No comment", "service-recovery", "Customer service");
        assertThat(rows.get(1).select(".brief").text()).isEqualTo("Keiner <b>erklärt</b> warum");
    }

    @Test
    void saysTheSameInGerman() throws UnsupportedEncodingException {
        samples.opened("Nowak", 2, null, Duration.ofMinutes(22 * 60 + 35));

        var page = page("/cases", Locale.GERMAN);

        assertThat(page.select(".queue .tag").eachText()).containsExactly("35 Min. überfällig");
        assertThat(page.select(".side a[aria-current]").text()).isEqualTo("Nachfassen 1 neu");
    }

    @Test
    void narrowsTheQueueByTheAddress() throws UnsupportedEncodingException {
        samples.opened("Albers", 3, null, Duration.ofMinutes(30));
        samples.opened("Nowak", 2, null, Duration.ofHours(23));
        cases.takeNext("agent", NOW);

        assertThat(names("")).containsExactly("Nowak", "Albers");
        assertThat(names("?show=mine")).containsExactly("Nowak");
        assertThat(names("?show=new")).containsExactly("Albers");
        assertThat(names("?show=overdue")).containsExactly("Nowak");
        assertThat(page("/cases?show=mine", Locale.ENGLISH).select(".chips a").eachText())
                .containsExactly("All 2", "Mine 1", "New 1", "Overdue 1", "Waiting 0");
    }

    @Test
    void saysInWordsThatThereIsNothingToDo() throws UnsupportedEncodingException {
        assertThat(page("/cases", Locale.ENGLISH).select(".empty h2").text()).isEqualTo("Nothing to do here");
    }

    @Test
    void givesTheNextCaseAndSaysWhenNobodyWaits() {
        var id = samples.opened("Albers", 3, null, Duration.ofMinutes(30));

        assertThat(post("/cases/next")).hasRedirectedUrl("/cases/" + id);
        assertThat(stored(id).owner()).isEqualTo("agent");
        assertThat(post("/cases/next")).hasRedirectedUrl("/cases").flash().containsEntry("done", "staff.cases.nobody");
    }

    @Test
    void saysHowManyCameWithoutMovingTheList() throws UnsupportedEncodingException {
        samples.opened("Albers", 3, null, Duration.ofMinutes(30));
        var source =
                page("/cases?show=new", Locale.ENGLISH).select("[data-live]").attr("data-live");
        assertThat(page(source, Locale.ENGLISH).text()).isEmpty();

        samples.opened("Nowak", 2, null, Duration.ofMinutes(5));

        var fresh = page(source, Locale.ENGLISH);
        assertThat(fresh.text()).isEqualTo("1 new, show");
        assertThat(fresh.select("a").attr("href")).isEqualTo("/cases?show=new");
        assertThat(fresh.select("[data-live]").attr("data-live")).isEqualTo(source);
    }
}
