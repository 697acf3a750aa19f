package dev.uplift.impact;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is measured beside the answers.
 *
 * @param guardrails types of events that a campaign should not cause; a consent taken back is always one
 */
@ConfigurationProperties("uplift.measurement")
record MeasurementSettings(@DefaultValue("churned") List<String> guardrails) {

    /** The guardrail that is no event. */
    static final String WITHDRAWN = "withdrawn";

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    MeasurementSettings {
        guardrails = List.copyOf(guardrails);
        guardrails.forEach(MeasurementSettings::refuseUnlessUsable);
        if (new HashSet<>(guardrails).size() < guardrails.size()) {
            throw new IllegalArgumentException(
                    "uplift.measurement.guardrails names an event twice in " + guardrails + "; name each once.");
        }
    }

    private static void refuseUnlessUsable(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("uplift.measurement.guardrails has '" + name
                    + "', which no event can be called; use types of events such as churned or complaint.");
        }
        if (name.equals(WITHDRAWN)) {
            throw new IllegalArgumentException("uplift.measurement.guardrails has '" + WITHDRAWN
                    + "', which stands for consents taken back and is always counted; remove it.");
        }
    }
}
