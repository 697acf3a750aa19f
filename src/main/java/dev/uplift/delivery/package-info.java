/** The ledger: plan, claim, gate, hand over, settle; one row per run, step and customer. */
@ApplicationModule(
        allowedDependencies = {"platform", "identity", "campaign", "consent", "message", "channel", "survey"})
@NullMarked
package dev.uplift.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
