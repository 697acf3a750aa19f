package dev.uplift.demo;

import dev.uplift.channel.ChannelSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds while no Twilio account is set, so that SMS stay in the built-in phone. */
public final class NoTwilioSet implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return Binder.get(context.getEnvironment())
                        .bindOrCreate("uplift", ChannelSettings.class)
                        .twilio()
                == null;
    }
}
