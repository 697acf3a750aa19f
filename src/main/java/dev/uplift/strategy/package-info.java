/**
 * The company's side of measurement: promises to customers, their key results, and which campaigns serve them.
 *
 * <p>Who serves a promise and who serves none is a matter of the goal tree, and the page and the API both ask for it; so it
 * is joined here with campaigns and their verdicts, once. Surveys are what key results are measured by, and segments whom
 * they are about; the files are read as those of surveys and campaigns are.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "audience",
            "survey",
            "campaign",
            "impact",
            "impact::insights",
            "impact::stats"
        })
@NullMarked
package dev.uplift.strategy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
