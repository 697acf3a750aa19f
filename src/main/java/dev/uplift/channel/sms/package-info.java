/** SMS out by Twilio: exactly one request per attempt, and what its answers and callbacks prove. */
@NullMarked
package dev.uplift.channel.sms;

import org.jspecify.annotations.NullMarked;
