package dev.uplift.demo.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.delivery.Stages;
import dev.uplift.demo.OwnAddress;
import dev.uplift.demo.company.Population;
import dev.uplift.demo.inbox.Mails;
import dev.uplift.demo.phone.Phone;
import dev.uplift.demo.phone.Texts;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.UpliftClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SimulationTests {

    private static final Instant FROM = Instant.parse("2026-06-01T08:00:00Z");
    private static final Instant UNTIL = FROM.plus(Duration.ofDays(10));

    private final UpliftClock clock = new UpliftClock();
    private final Engine engine = new Engine();
    private final List<String> lived = new ArrayList<>();
    private JdbcClient jdbc;

    @BeforeEach
    void empty() {
        jdbc = TestDatabase.empty();
    }

    @Test
    void wakesTheEngineWhenSomethingIsDueAndThenFreesTheClock() {
        engine.plan(FROM.plus(Duration.ofDays(2)), FROM.plus(Duration.ofDays(3)), UNTIL.plusSeconds(1));

        var finished = simulation().live(story(), now -> {});

        assertThat(finished).isTrue();
        assertThat(engine.woken).containsExactly(FROM.plus(Duration.ofDays(2)), FROM.plus(Duration.ofDays(3)));
        assertThat(clock.simulating()).isFalse();
        assertThat(new Diary(jdbc).read())
                .hasValueSatisfying(progress -> assertThat(progress.finished()).isTrue());
    }

    @Test
    void goesOnWhereAKilledSimulationWas() {
        var first = simulation();
        engine.plan(FROM.plus(Duration.ofDays(4)));
        first.live(story(), now -> {
            if (lived.size() == 2) {
                first.stop();
            }
        });
        var before = List.copyOf(lived);

        simulation().live(story(), now -> {});

        assertThat(before).containsExactly("start", "middle");
        assertThat(lived).containsExactly("start", "middle", "end");
        assertThat(engine.woken).hasSize(1);
    }

    @Test
    void triesMoreAndMoreRarelyWhatIsDueButCannotBeDone() {
        engine.stuck = true;
        engine.plan(FROM);

        simulation().live(story(), now -> {});

        assertThat(engine.woken).hasSizeBetween(10, 60);
    }

    @Test
    void remembersWhoHasRead() {
        var errands = new Errands(jdbc);
        errands.add(List.of(
                new Errand(0, FROM.plusSeconds(60), Errand.Kind.READ, "NW-000001", "explained", ""),
                new Errand(0, UNTIL.plusSeconds(60), Errand.Kind.READ, "NW-000002", "explained", "")));

        simulation().live(story(), now -> {});

        var waiting = errands.due(UNTIL.plusSeconds(60), 10);
        assertThat(waiting).extracting(Errand::customer).containsExactly("NW-000002");
        assertThat(errands.readers(List.of(new Errand(1, FROM, Errand.Kind.ANSWER, "NW-000001", "explained", ""))))
                .containsExactly(List.of("NW-000001", "explained"));
    }

    @Test
    void letsCustomersActAtWakingHoursOnly() {
        assertThat(WakingHours.next(Instant.parse("2026-06-01T21:30:00Z"))).isEqualTo("2026-06-02T06:00:00Z");
        assertThat(WakingHours.next(Instant.parse("2026-06-01T08:00:00Z"))).isEqualTo("2026-06-01T10:00:00Z");
    }

    @Test
    void startsShippedCampaignsWithinADay() {
        var recurring = Launches.startingNow("schedule:\n  cron: \"0 0 10 ? 5 TUE#2\"\n  zone: recipient\n", FROM);
        var fixed = Launches.startingNow("schedule: { start: 2026-12-01T09:00, zone: recipient }\n", FROM);
        var block = Launches.startingNow("schedule:\n  start: 2026-12-01T09:00\n  zone: recipient\n", FROM);

        assertThat(recurring).isEqualTo("schedule:\n  cron: \"0 0 10 2 6 ?\"\n  zone: recipient\n");
        assertThat(fixed).isEqualTo("schedule: { zone: recipient }\n");
        assertThat(block).isEqualTo("schedule:\n  zone: recipient\n");
    }

    private Simulation simulation() {
        var errands = new Errands(jdbc);
        var diary = new Diary(jdbc);
        var arrivals = new Arrivals(new Mails(jdbc), new Texts(jdbc), jdbc);
        var transactions = new TransactionTemplate(new JdbcTransactionManager(TestDatabase.source()));
        var visits = new Visits(new OwnAddress(() -> "", () -> ""));
        return new Simulation(
                engine,
                clock,
                new DefaultListableBeanFactory().getBeanProvider(Phone.class),
                new Postman(arrivals, errands, diary, transactions),
                new Crowd(errands, visits),
                errands,
                diary);
    }

    private Story story() {
        return new Story(
                1,
                Population.of(1, 10),
                List.of(),
                List.of(
                        new Act(FROM, "start", () -> lived.add("start")),
                        new Act(FROM.plus(Duration.ofDays(1)), "middle", () -> lived.add("middle")),
                        new Act(FROM.plus(Duration.ofDays(5)), "end", () -> lived.add("end"))),
                FROM,
                UNTIL);
    }

    /** Does what is planned when it is woken, unless it is stuck. */
    private final class Engine implements Stages {

        private final TreeSet<Instant> planned = new TreeSet<>();
        private final List<Instant> woken = new ArrayList<>();
        private boolean stuck;

        void plan(Instant... instants) {
            planned.addAll(List.of(instants));
        }

        @Override
        public void wakeDue(Instant now) {
            assertThat(clock.instant()).isEqualTo(now);
            woken.add(now);
            if (!stuck) {
                planned.headSet(now, true).clear();
            }
        }

        @Override
        public Optional<Instant> nextDue() {
            return planned.stream().findFirst();
        }
    }
}
