/** What providers post to us; every call must be signed. */
@NullMarked
package dev.uplift.web.hooks;

import org.jspecify.annotations.NullMarked;
