package dev.uplift.demo;

import dev.uplift.channel.ChannelSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Holds while neither a relay nor Twilio is set, or the demo is asked for: the inbox and the phone stand in for the world.
 *
 * <p>With one real provider set the other channel is rather missing than pretended: nobody would have got those messages.
 */
public final class LocalOnly implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var environment = context.getEnvironment();
        var channels = Binder.get(environment).bindOrCreate("uplift", ChannelSettings.class);
        return channels.local() || environment.getProperty("uplift.demo", Boolean.class, false);
    }
}
