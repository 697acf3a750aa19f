package dev.uplift.demo;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds while no Twilio account and no relay is set, so that SMS stay in the built-in phone. */
public final class NoTwilioSet implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return new LocalOnly(context.getEnvironment()).holds();
    }
}
