/** The sample company's past weeks, lived through the real engine by customers who act from outside. */
@NullMarked
package dev.uplift.demo.simulation;

import org.jspecify.annotations.NullMarked;
