package dev.uplift.bench;

import java.io.IOException;
import java.util.ArrayList;

/** What the protocol allows: bytes that are ready beforehand, and one answer awaited for each command. */
final class ProtocolLimit implements Sender {

    private final Hands hands;

    ProtocolLimit(int port, int connections, Letter letter) throws IOException {
        var open = new ArrayList<BareConnection>();
        for (var number = 0; number < connections; number++) {
            open.add(new BareConnection(port, letter.wire()));
        }
        hands = new Hands(open);
    }

    @Override
    public void send(int messages) throws Exception {
        hands.share(messages, 1);
    }
}
