package dev.uplift.delivery;

import dev.uplift.channel.Channel;
import dev.uplift.channel.Lane;
import dev.uplift.channel.Outbound;
import dev.uplift.channel.SendResult;
import dev.uplift.platform.Medium;
import java.util.Optional;

/** Mail by which nothing is ever sent: with a lane by which it could be, or none while all relays rest. */
record Idle(Optional<Lane> lane) implements Channel {

    @Override
    public Medium medium() {
        return Medium.EMAIL;
    }

    @Override
    public int connections() {
        return 1;
    }

    @Override
    public SendResult send(Outbound outbound) {
        throw new UnsupportedOperationException("Nothing is sent here");
    }
}
