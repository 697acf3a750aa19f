/** Customers, what happened to them, and the segments that select them. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package dev.uplift.audience;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
