/** The pages customers see: the survey and the way to unsubscribe; no session, no JavaScript, and GET changes nothing. */
@NullMarked
package dev.uplift.web.customer;

import org.jspecify.annotations.NullMarked;
