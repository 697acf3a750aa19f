/** The sending benchmark: the product against its alternatives and the limit of the protocol, on one sink. */
@NullMarked
package dev.uplift.bench;

import org.jspecify.annotations.NullMarked;
