/** What a campaign did to the score: intervals, verdicts and the report. */
@ApplicationModule(allowedDependencies = {"platform", "audience", "campaign", "survey"})
@NullMarked
package dev.uplift.impact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
