/** The follow-up desk: cases of unhappy customers, their clocks, what agents did, and what came of it. */
@ApplicationModule(allowedDependencies = {"platform", "audience", "campaign", "delivery", "survey"})
@NullMarked
package dev.uplift.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
