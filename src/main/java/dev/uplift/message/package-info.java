/** Templates and the messages rendered from them. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package dev.uplift.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
