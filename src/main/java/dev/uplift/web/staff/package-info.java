/** The pages of the people who work with Uplift. */
@NullMarked
package dev.uplift.web.staff;

import org.jspecify.annotations.NullMarked;
