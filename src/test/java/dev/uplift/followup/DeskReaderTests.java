package dev.uplift.followup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.Problem;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeskReaderTests {

    private static final String DESK = """
            name: { de: Rechnung, en: Bills }
            members: [anna, ben]
            touchpoints: [annual-bill]
            within: 4h
            hours: { monday-friday: "08:00-18:00", saturday: "09:00-13:00" }
            holidays: DE
            opens:
              - { score-at-most: 5 }
              - { words: [Anwalt] }
            hold-back: { share: 30%, for: 20d, never: [{ score-at-most: 1 }] }
            root-causes:
              unclear: { de: Unklar, en: Unclear }
            """;

    private final List<Problem> problems = new ArrayList<>();
    private final DeskReader reader = new DeskReader(
            List.of("de", "en"),
            new HoursReader(
                    ZoneId.of("Europe/Berlin"),
                    country -> country.equals("DE") ? Set.of(LocalDate.of(2026, 12, 25)) : Set.of()));

    @Test
    void readsADesk() {
        var desk = Objects.requireNonNull(reader.read("bills", DESK, problems));

        assertThat(problems).isEmpty();
        assertThat(desk.name()).containsEntry("de", "Rechnung").containsEntry("en", "Bills");
        assertThat(desk.has("anna")).isTrue();
        assertThat(desk.has("carl")).isFalse();
        assertThat(desk.within()).isEqualTo(Duration.ofHours(4));
        assertThat(desk.hours().week())
                .containsOnlyKeys(List.of(DayOfWeek.values()).subList(0, 6));
        assertThat(desk.hours().closed()).hasSize(1);
        assertThat(desk.opens()).containsExactly(new Trigger.ScoreAtMost(5), new Trigger.Words(List.of("Anwalt")));
        assertThat(desk.holdBack())
                .isEqualTo(new Desk.HoldBack(.3, Duration.ofDays(20), List.of(new Trigger.ScoreAtMost(1)), 10));
        assertThat(desk.rootCauses()).containsOnlyKeys("unclear");
    }

    @Test
    void reportsEveryMistakeAtItsPlace() {
        reader.read("bills", """
                name: { de: Rechnung }
                hours: { mon-fri: "08:00-18:00" }
                holidays: XX
                opens:
                  - { score-at-most: 11 }
                  - { mood: bad }
                hold-back: { share: 80% }
                root-causes: []
                """, problems);

        assertThat(problems.stream().map(Problem::toString))
                .containsExactly(
                        "campaigns/desks/bills.yaml:1:7: 'name' has no text for 'en'. Write it for each language: de, en.",
                        "campaigns/desks/bills.yaml:2:19: 'mon-fri' are no days."
                                + " Write e.g. { monday-friday: \"08:00-18:00\", saturday: \"09:00-13:00\" }.",
                        "campaigns/desks/bills.yaml:3:11: 'XX' is not a valid value for 'holidays'."
                                + " Write a country whose holidays we know: DE.",
                        "campaigns/desks/bills.yaml:5:22: '11' is not a valid value for 'score-at-most'."
                                + " Write a whole number from 0 to 10.",
                        "campaigns/desks/bills.yaml:6:7: Unknown key 'mood'."
                                + " Use one of: drop-at-least, score-at-most, unhappy, wants-call, words.",
                        "campaigns/desks/bills.yaml:7:21: '80%' is not a valid value for 'share'."
                                + " Write a share from 1% to 50%, e.g. 30%.",
                        "campaigns/desks/bills.yaml:8:14: Without root causes no case can be closed."
                                + " Write one a line, e.g. 'bill-unclear: { de: Rechnung unverständlich, en: Bill unclear }'.");
    }

    @Test
    void refusesADeskThatNeverOpens() {
        assertThat(reader.read("bills", "name: { de: R, en: B }\nroot-causes: { a: { de: A, en: A } }\n", problems))
                .isNull();
        assertThat(problems).extracting(Problem::what).containsExactly("'hours' are missing.");
    }
}
