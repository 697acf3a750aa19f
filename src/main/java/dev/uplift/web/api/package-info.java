/** The REST API: parse, call, render; every error is a problem document of RFC 9457. */
@NullMarked
package dev.uplift.web.api;

import org.jspecify.annotations.NullMarked;
