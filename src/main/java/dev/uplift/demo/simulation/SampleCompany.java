package dev.uplift.demo.simulation;

import dev.uplift.audience.Customers;
import dev.uplift.channel.ChannelSettings;
import dev.uplift.platform.UpliftClock;
import dev.uplift.platform.UpliftSettings;
import java.time.Instant;
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

    private final UpliftSettings settings;
    private final ChannelSettings channels;
    private final UpliftClock clock;
    private final Customers customers;
    private final Diary diary;
    private final SampleStory sample;
    private final Simulation simulation;
    private final Summary summary;
    private final Filling filling;
    private volatile boolean listening;

    SampleCompany(
            UpliftSettings settings,
            ChannelSettings channels,
            UpliftClock clock,
            Customers customers,
            Diary diary,
            SampleStory sample,
            Simulation simulation,
            Summary summary,
            Filling filling) {
        this.settings = settings;
        this.channels = channels;
        this.clock = clock;
        this.customers = customers;
        this.diary = diary;
        this.sample = sample;
        this.simulation = simulation;
        this.summary = summary;
        this.filling = filling;
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
        if (listening && wanted() && empty()) {
            fill(clock.instant());
        }
        filling.settle();
    }

    private void fill(Instant until) {
        var story = sample.of(SEED, CUSTOMERS, until);
        if (simulation.live(story, new ProgressLine(story, System.out))) {
            summary.lines(story, clock.instant()).forEach(System.out::println);
        }
    }

    private boolean wanted() {
        var set = settings.demo();
        return set == null ? channels.local() : set;
    }

    private boolean empty() {
        return diary.read().map(progress -> !progress.finished()).orElseGet(() -> customers.count() == 0);
    }
}
