/** Staff pages, customer pages and the REST API. */
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
            "impact::insights",
            "impact::stats",
            "followup",
            "strategy",
            "alert"
        })
@NullMarked
package dev.uplift.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
