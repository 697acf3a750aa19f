/** The sample company: who its customers are, what they feel, and the true effect of writing to them. */
@NullMarked
package dev.uplift.demo.company;

import org.jspecify.annotations.NullMarked;
