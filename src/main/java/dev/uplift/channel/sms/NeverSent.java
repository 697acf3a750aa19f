package dev.uplift.channel.sms;

import java.io.IOException;

/** The request failed before its first byte was written: no connection, no free connection, no handshake. */
final class NeverSent extends IOException {

    NeverSent(IOException cause) {
        super(cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
    }
}
