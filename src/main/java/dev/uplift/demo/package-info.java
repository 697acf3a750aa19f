/** The sample company: simulated customers, their inbox and their phone. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "identity",
            "audience",
            "consent",
            "message",
            "channel",
            "survey",
            "campaign",
            "delivery",
            "impact",
            "followup",
            "web"
        })
@NullMarked
package dev.uplift.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
