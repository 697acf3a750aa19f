/** The statistics of scores: intervals, effects, power and checks; plain Java on counts, without Spring or SQL. */
@NamedInterface("stats")
@NullMarked
package dev.uplift.impact.stats;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
