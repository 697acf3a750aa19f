package dev.uplift.demo;

import dev.uplift.channel.ChannelSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds while no SMTP relay is set, so that mail stays in the built-in inbox. */
public final class NoRelaySet implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return Binder.get(context.getEnvironment())
                .bindOrCreate("uplift", ChannelSettings.class)
                .mail()
                .relays()
                .isEmpty();
    }
}
