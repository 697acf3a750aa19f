/** Shared ground: ids, channels, clock, secrets, problem reports and the database; no domain logic. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package dev.uplift.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
