/** Signed JSON to other systems over HTTP. */
@NamedInterface("webhook")
@NullMarked
package dev.uplift.channel.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
