package dev.uplift.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uplift.campaign.CampaignStatus.State;
import dev.uplift.identity.Actor;
import dev.uplift.identity.Role;
import dev.uplift.platform.Hash;
import dev.uplift.platform.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RunsTests {

    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
    private static final Actor MARIA = new Actor("maria", Role.MARKETER);
    private static final String TEXT = """
            name: Letter
            purpose: service
            audience: { attribute: product }
            pace: 2/s
            steps: [{ send: letter }]
            """;

    private final JdbcClient jdbc = TestDatabase.empty();
    private final Campaigns campaigns = TestCampaigns.in(jdbc, Path.of("nowhere"));

    @Test
    void beginsAtItsStart() {
        launch("schedule: { start: 2026-12-02T09:00, between: \"09:00-19:00\", except: [sunday] }");

        var start = Instant.parse("2026-12-02T08:00:00Z");
        assertThat(campaigns.nextDue()).contains(start);
        assertThat(campaigns.due(start.minusSeconds(1))).isEmpty();
        assertThat(campaigns.due(start)).singleElement().satisfies(run -> {
            assertThat(run.startAt()).isEqualTo(start);
            assertThat(run.number()).isEqualTo(1);
        });
        assertThat(jdbc.sql(
                                "select opens || ' ' || closes || ' ' || excepted::text || ' ' || per_minute from campaign.execution")
                        .query(String.class)
                        .single())
                .isEqualTo("09:00:00 19:00:00 {sunday} 120");
    }

    @Test
    void refusesAStartThatIsPast() {
        assertThatThrownBy(() -> launch("schedule: { start: 2026-12-01T08:29 }"))
                .isInstanceOf(IllegalState.class)
                .hasMessageContaining("was to start at 2026-12-01T08:29, which is past. Change schedule.start");
        assertThat(campaigns.status("letter").orElseThrow().state()).isEqualTo(State.DRAFT);
    }

    @Test
    void refusesACronThatNeverComes() {
        assertThatThrownBy(() -> launch("schedule: { cron: \"0 0 9 1 1 ? 2026\" }"))
                .isInstanceOf(IllegalState.class)
                .hasMessageContaining("has no time left. Change schedule.cron");
    }

    @Test
    void recursByItsCron() {
        launch("schedule: { cron: \"0 0 9 * * ?\", zone: Europe/Berlin }");
        var first = Instant.parse("2026-12-02T08:00:00Z");

        var runs = campaigns.due(first);
        campaigns.planned(runs.get(0).id());
        campaigns.finished(runs.get(0).id(), first.plusSeconds(60));

        assertThat(campaigns.status("letter").orElseThrow().state()).isEqualTo(State.LAUNCHED);
        assertThat(campaigns.nextDue()).contains(first.plus(Duration.ofDays(1)));
        assertThat(campaigns.due(first.plus(Duration.ofDays(1))))
                .singleElement()
                .extracting(Run::number)
                .isEqualTo(2);
    }

    @Test
    void drawsTheLotsOfARunFromItsKeyAndNumber() {
        launch("schedule: { cron: \"0 0 9 * * ?\", zone: Europe/Berlin }");
        var first = Instant.parse("2026-12-02T08:00:00Z");

        campaigns.due(first);
        campaigns.due(first.plus(Duration.ofDays(1)));

        assertThat(campaigns.runs("letter"))
                .extracting(Run::salt)
                .containsExactly(Hash.of("letter/2"), Hash.of("letter/1"));
    }

    @Test
    void opensOneRunWhenManyNodesWakeAtOnce() {
        launch("schedule: { cron: \"0 0 9 * * ?\", zone: Europe/Berlin }");
        var first = Instant.parse("2026-12-02T08:00:00Z");

        IntStream.range(0, 16)
                .parallel()
                .forEach(node -> TestCampaigns.in(jdbc, Path.of("nowhere")).due(first));

        assertThat(campaigns.runs("letter")).hasSize(1);
    }

    @Test
    void givesARunUntilItIsPlanned() {
        launch("");

        assertThat(campaigns.due(NOW)).isEqualTo(campaigns.due(NOW)).hasSize(1);
        assertThat(campaigns.nextDue()).contains(NOW);
        campaigns.planned(campaigns.due(NOW).get(0).id());

        assertThat(campaigns.due(NOW)).isEmpty();
        assertThat(campaigns.nextDue()).isEmpty();
    }

    @Test
    void holdsARunThatIsFarTooLate() {
        launch("schedule: { start: 2026-12-02T09:00 }");
        var late = Instant.parse("2026-12-02T08:31:00Z");

        assertThat(campaigns.due(late)).isEmpty();
        assertThat(campaigns.status("letter").orElseThrow().state()).isEqualTo(State.PAUSED);
        assertThat(campaigns.missed("letter")).contains(Instant.parse("2026-12-02T08:00:00Z"));
        campaigns.resume("letter", MARIA, late.plusSeconds(60));
        assertThat(campaigns.missed("letter")).isEmpty();

        assertThat(campaigns.due(late.plusSeconds(60)))
                .singleElement()
                .extracting(Run::startAt)
                .isEqualTo(late.plusSeconds(60));
    }

    @Test
    void beginsALittleLateWithoutAsking() {
        launch("schedule: { start: 2026-12-02T09:00 }");

        assertThat(campaigns.due(Instant.parse("2026-12-02T08:30:00Z"))).hasSize(1);
    }

    @Test
    void skipsRecurrencesMissedDuringAPause() {
        launch("schedule: { cron: \"0 0 9 * * ?\", zone: Europe/Berlin }");
        campaigns.pause("letter", MARIA, NOW);

        campaigns.resume("letter", MARIA, Instant.parse("2026-12-05T12:00:00Z"));

        assertThat(campaigns.nextDue()).contains(Instant.parse("2026-12-06T08:00:00Z"));
        assertThat(campaigns.runs("letter")).isEmpty();
    }

    private void launch(String schedule) {
        campaigns.save("letter", TEXT + schedule + "\n", MARIA, NOW);
        campaigns.launch("letter", MARIA, NOW);
    }
}
