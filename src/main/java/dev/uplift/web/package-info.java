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
            "survey::answers",
            "campaign",
            "delivery",
            "impact",
            "impact::insights",
            "impact::stats",
            "followup",
            "strategy",
            "outbox",
            "alert"
        })
@NullMarked
package dev.uplift.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
