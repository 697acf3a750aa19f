package dev.uplift.demo;

import dev.uplift.channel.ChannelSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Whether the built-in inbox and phone may stand in for the world.
 *
 * <p>With one real provider set the other channel is rather missing than pretended: nobody would have got those messages.
 */
record LocalOnly(Environment environment) {

    boolean holds() {
        var channels = Binder.get(environment).bindOrCreate("uplift", ChannelSettings.class);
        return channels.local() || environment.getProperty("uplift.demo", Boolean.class, false);
    }
}
