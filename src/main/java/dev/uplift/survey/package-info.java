/** Surveys, the invitations to them and the answers that came back. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package dev.uplift.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
