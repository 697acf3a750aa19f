/** Who works with Uplift and what they did: accounts, roles, API keys and the audit log. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package dev.uplift.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
