/** What we may send to whom: permissions with proof, suppression, contact caps and quiet hours. */
@ApplicationModule(allowedDependencies = {"platform", "audience"})
@NullMarked
package dev.uplift.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
