/** Alerts to leaders: rules over answers, cases and sending, told once by mail and acknowledged by a person. */
@ApplicationModule(allowedDependencies = {"platform", "message", "channel", "survey", "delivery", "impact::stats"})
@NullMarked
package dev.uplift.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
