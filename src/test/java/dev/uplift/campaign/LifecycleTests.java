package dev.uplift.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uplift.campaign.CampaignStatus.State;
import dev.uplift.identity.Actor;
import dev.uplift.identity.Role;
import dev.uplift.platform.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LifecycleTests {

    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
    private static final Actor MARIA = new Actor("maria", Role.MARKETER);
    private static final String TEXT = """
            name: Letter
            purpose: service
            audience: { attribute: product }
            steps: [{ send: letter }]
            """;

    private final JdbcClient jdbc = TestDatabase.empty();
    private final Campaigns campaigns = TestCampaigns.in(jdbc, Path.of("nowhere"));

    @BeforeEach
    void saveLetter() {
        campaigns.save("letter", TEXT, MARIA, NOW);
    }

    @Test
    void goesFromDraftToFinished() {
        assertThat(state()).isEqualTo(State.DRAFT);

        campaigns.launch("letter", MARIA, NOW);
        assertThat(state()).isEqualTo(State.LAUNCHED);
        var run = campaigns.due(NOW).get(0);
        campaigns.planned(run.id());
        campaigns.finished(run.id(), NOW.plusSeconds(60));

        assertThat(state()).isEqualTo(State.FINISHED);
        assertThat(stateOfRun()).isEqualTo("FINISHED");
        assertThat(campaigns.status("letter").orElseThrow().launchedBy()).isEqualTo("maria");
        assertThat(campaigns.runs("letter")).containsExactly(run);
    }

    @Test
    void isLaunchedOnceByTwentyAtTheSameTime() throws Exception {
        var barrier = new CyclicBarrier(20);
        var pool = Executors.newFixedThreadPool(20);
        Callable<Boolean> launch = () -> {
            barrier.await();
            campaigns.launch("letter", MARIA, NOW);
            return true;
        };

        var launched = 0;
        for (var one : pool.invokeAll(Collections.nCopies(20, launch))) {
            try {
                launched += one.get() ? 1 : 0;
            } catch (ExecutionException e) {
                assertThat(e.getCause()).isInstanceOf(IllegalState.class);
            }
        }
        pool.shutdown();

        assertThat(launched).isEqualTo(1);
        assertThat(campaigns.due(NOW)).hasSize(1);
    }

    @Test
    void saysWhyAStepIsNotPossible() {
        assertThatThrownBy(() -> campaigns.pause("letter", MARIA, NOW))
                .isInstanceOf(IllegalState.class)
                .hasMessage("Campaign 'letter' cannot be paused: it is a draft. Launch it first.");
        assertThatThrownBy(() -> campaigns.launch("lettre", MARIA, NOW))
                .isInstanceOf(IllegalState.class)
                .hasMessage("Campaign 'lettre' cannot be launched: there is no such campaign.");
        campaigns.cancel("letter", MARIA, NOW);
        assertThatThrownBy(() -> campaigns.launch("letter", MARIA, NOW))
                .hasMessageContaining("it was cancelled for good. Copy its definition to a new key");
    }

    @Test
    void holdsItsRunWhilePaused() {
        campaigns.launch("letter", MARIA, NOW);
        var run = campaigns.due(NOW).get(0);
        campaigns.planned(run.id());

        campaigns.pause("letter", MARIA, NOW);
        assertThat(stateOfRun()).isEqualTo("PAUSED");
        campaigns.resume("letter", MARIA, NOW.plus(Duration.ofDays(1)));

        assertThat(stateOfRun()).isEqualTo("RUNNING");
        assertThat(campaigns.runs("letter").get(0).startAt()).isEqualTo(NOW);
    }

    @Test
    void remembersAPlanThatWasMadeWhilePaused() {
        campaigns.launch("letter", MARIA, NOW);
        var run = campaigns.due(NOW).get(0);

        campaigns.pause("letter", MARIA, NOW);
        campaigns.planned(run.id());
        campaigns.resume("letter", MARIA, NOW);

        assertThat(stateOfRun()).isEqualTo("RUNNING");
    }

    @Test
    void runsNothingWhilePaused() {
        campaigns.launch("letter", MARIA, NOW);
        campaigns.pause("letter", MARIA, NOW);

        assertThat(campaigns.due(NOW)).isEmpty();
        assertThat(campaigns.nextDue()).isEmpty();
        campaigns.resume("letter", MARIA, NOW.plus(Duration.ofDays(3)));

        assertThat(campaigns.due(NOW.plus(Duration.ofDays(3)))).hasSize(1);
    }

    @Test
    void endsItsRunsWhenCancelled() {
        campaigns.launch("letter", MARIA, NOW);
        campaigns.due(NOW);

        campaigns.cancel("letter", MARIA, NOW);

        assertThat(stateOfRun()).isEqualTo("CANCELLED");
        assertThat(campaigns.due(NOW)).isEmpty();
    }

    @Test
    void launchesAChangeOnlyAfterTheRun() {
        campaigns.launch("letter", MARIA, NOW);
        var run = campaigns.due(NOW).get(0);
        campaigns.planned(run.id());
        campaigns.save("letter", TEXT.replace("Letter", "Changed"), MARIA, NOW);

        assertThatThrownBy(() -> campaigns.launch("letter", MARIA, NOW)).isInstanceOf(IllegalState.class);
        assertThat(campaigns.of(run).name()).isEqualTo("Letter");
        campaigns.finished(run.id(), NOW);
        campaigns.launch("letter", MARIA, NOW);

        assertThat(campaigns.due(NOW)).singleElement().satisfies(second -> {
            assertThat(campaigns.of(second).name()).isEqualTo("Changed");
            assertThat(second.number()).isEqualTo(2);
        });
    }

    @Test
    void neverRepeatsAFinishedCampaignUnchanged() {
        campaigns.launch("letter", MARIA, NOW);
        var run = campaigns.due(NOW).get(0);
        campaigns.planned(run.id());
        campaigns.finished(run.id(), NOW);

        assertThatThrownBy(() -> campaigns.launch("letter", MARIA, NOW))
                .hasMessageContaining("it has finished. Save a change to launch it again.");
    }

    @Test
    void writesEveryStepIntoTheAuditLog() {
        campaigns.launch("letter", MARIA, NOW);
        campaigns.pause("letter", MARIA, NOW);
        campaigns.resume("letter", MARIA, NOW);
        campaigns.cancel("letter", MARIA, NOW);

        assertThat(jdbc.sql("select action || ' ' || subject from identity.audit order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "campaign.save letter version 1",
                        "campaign.launch letter version 1",
                        "campaign.pause letter",
                        "campaign.resume letter",
                        "campaign.cancel letter");
    }

    private State state() {
        return campaigns.status("letter").orElseThrow().state();
    }

    private String stateOfRun() {
        return jdbc.sql("select state from campaign.execution")
                .query(String.class)
                .single();
    }
}
