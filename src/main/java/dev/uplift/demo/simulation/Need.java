package dev.uplift.demo.simulation;

import dev.uplift.audience.Customers;
import dev.uplift.channel.ChannelSettings;
import dev.uplift.platform.UpliftSettings;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether the sample company has to be simulated: it is wanted, and the home is empty or was left half filled. */
@Component
class Need {

    private final UpliftSettings settings;
    private final ChannelSettings channels;
    private final Customers customers;
    private final Diary diary;

    Need(UpliftSettings settings, ChannelSettings channels, Customers customers, Diary diary) {
        this.settings = settings;
        this.channels = channels;
        this.customers = customers;
        this.diary = diary;
    }

    boolean exists() {
        var set = settings.demo();
        var wanted = set == null ? channels.local() : set;
        return wanted && diary.read().map(progress -> !progress.finished()).orElseGet(() -> customers.count() == 0);
    }

    /** How far a half filled home is. */
    Optional<Progress> left() {
        return diary.read();
    }
}
