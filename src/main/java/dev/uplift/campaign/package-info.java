/** Campaign definitions, their versions, their schedule and their runs. */
@ApplicationModule(allowedDependencies = {"platform", "identity", "audience", "message", "survey"})
@NullMarked
package dev.uplift.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
