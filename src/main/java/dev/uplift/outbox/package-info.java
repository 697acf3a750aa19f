/** Tells other systems what customers said and what became of it. */
@ApplicationModule(allowedDependencies = {"platform", "channel::webhook"})
@NullMarked
package dev.uplift.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
