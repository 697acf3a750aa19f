package dev.uplift.demo;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds while no SMTP relay and no Twilio account is set, so that mail stays in the built-in inbox. */
public final class NoRelaySet implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return new LocalOnly(context.getEnvironment()).holds();
    }
}
