package dev.uplift.channel.email;

import dev.uplift.channel.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    /** The text of a mail without the marks of its encoding. */
    public String text(int number) {
        var lines = mails().get(number).replace("=\r\n", "").replace("=\n", "");
        var text = new StringBuilder();
        for (var i = 0; i < lines.length(); i++) {
            var coded = lines.charAt(i) == '='
                    && i + 2 < lines.length()
                    && lines.substring(i + 1, i + 3).matches("[0-9A-F]{2}");
            text.append(coded ? (char) Integer.parseInt(lines.substring(i + 1, i + 3), 16) : lines.charAt(i));
            i += coded ? 2 : 0;
        }
        return new String(text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
