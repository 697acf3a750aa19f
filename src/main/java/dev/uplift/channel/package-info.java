/** The ways out: mail and SMS behind one two-method port. */
@ApplicationModule(allowedDependencies = {"platform", "message"})
@NullMarked
package dev.uplift.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
