package dev.uplift.demo.simulation;

import dev.uplift.platform.UpliftClock;
import jakarta.annotation.PostConstruct;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fills an empty home with the sample company once the web server listens; an unfinished filling is resumed. */
@Component
@Order
class SampleCompany implements ApplicationRunner {

    private static final long SEED = 2026;
    private static final int CUSTOMERS = 5_000;

    private final Need need;
    private final SampleStory sample;
    private final Simulation simulation;
    private final Summary summary;
    private final Filling filling;
    private final UpliftClock clock;
    private volatile boolean listening;

    SampleCompany(
            Need need, SampleStory sample, Simulation simulation, Summary summary, Filling filling, UpliftClock clock) {
        this.need = need;
        this.sample = sample;
        this.simulation = simulation;
        this.summary = summary;
        this.filling = filling;
        this.clock = clock;
    }

    /** Nothing may take the time since a killed simulation for time that customers have lived. */
    @PostConstruct
    void holdTheClock() {
        need.left().filter(progress -> need.exists()).map(Progress::livedUntil).ifPresent(clock::simulate);
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        listening = true;
    }

    @EventListener
    void closing(ContextClosedEvent event) {
        simulation.stop();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!listening) {
            clock.release();
        }
        if (!listening || !need.exists() || fill()) {
            filling.settle();
        }
    }

    private boolean fill() {
        var story = need.left()
                .map(progress -> sample.of(progress.seed(), CUSTOMERS, progress.end()))
                .orElseGet(() -> sample.of(SEED, CUSTOMERS, clock.instant()));
        var lived = simulation.live(story, new ProgressLine(story, System.out));
        if (lived) {
            summary.look(clock.instant());
            summary.lines(story, clock.instant()).forEach(System.out::println);
        }
        return lived;
    }
}
