/** The statistics of scores: intervals, effects, power and checks; plain Java on counts, without Spring or SQL. */
@NullMarked
package dev.uplift.impact.stats;

import org.jspecify.annotations.NullMarked;
