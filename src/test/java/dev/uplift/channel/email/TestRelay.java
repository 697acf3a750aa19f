package dev.uplift.channel.email;

import dev.uplift.channel.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A mail relay of our own that can be told to misbehave, and the real channel to it; for tests of other modules. */
public final class TestRelay implements AutoCloseable {

    private final ScriptedSmtp relay = new ScriptedSmtp();
    private final EmailChannel channel = Mails.channel(Mails.relay(relay.port()));

    /** The way to the relay. */
    public Channel channel() {
        return channel;
    }

    /** Mails that the relay took, as they came. */
    public List<String> mails() {
        return relay.mails();
    }

    /** From now on the relay refuses every mail for some time. */
    public void refuseForNow() {
        relay.at("RCPT", "451 4.7.1 later");
    }

    /** From now on the connection breaks after a mail was handed over, before the relay says whether it took it. */
    public void breakAfterTheMail() {
        relay.at("DOT", ScriptedSmtp.RESET);
    }

    /** From now on it behaves. */
    public void behave() {
        relay.well();
    }

    @Override
    public void close() {
        channel.close();
        try {
            relay.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
