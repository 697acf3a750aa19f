/** How NPS stands and moves over all surveys: counts that pages can read at once, and what they say. */
@NamedInterface("insights")
@NullMarked
package dev.uplift.impact.insights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
