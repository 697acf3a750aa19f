package dev.uplift.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One client of the sink. Commands are told apart by their first letters. The end of a mail is looked for only at the end
 * of what was read, which is where it is as long as PIPELINING is not announced: the client waits for the answer.
 */
final class SinkConnection implements Runnable {

    private static final int BLOCK = 8 * 1024;
    private static final long END = 0x0D0A2E0D0AL;
    private static final long FIVE_BYTES = 0xFFFFFFFFFFL;
    private static final byte[] GREETING = ascii("220 sink\r\n");
    private static final byte[] FINE = ascii("250 2.0.0 Ok\r\n");
    private static final byte[] GO_ON = ascii("354 End data with <CR><LF>.<CR><LF>\r\n");
    private static final byte[] BYE = ascii("221 2.0.0 Bye\r\n");

    private final Sink sink;
    private final Socket socket;
    private final byte[] block = new byte[BLOCK];
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream(256);
    private final MailHead head = new MailHead();
    private @Nullable ByteArrayOutputStream copy;
    private boolean inMail;
    private boolean leaving;
    private int letters;
    private long tail;

    SinkConnection(Sink sink, Socket socket) {
        this.sink = sink;
        this.socket = socket;
    }

    @Override
    public void run() {
        try (socket) {
            talk();
        } catch (SocketException e) {
            // a client that ends without saying so is done all the same
            leaving = true;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("A connection to the sink broke", e);
        }
    }

    private void talk() throws IOException {
        var in = socket.getInputStream();
        var out = socket.getOutputStream();
        out.write(GREETING);
        for (var read = in.read(block); read > 0 && !leaving; read = leaving ? -1 : in.read(block)) {
            take(read);
            if (answers.size() > 0) {
                answers.writeTo(out);
                answers.reset();
            }
        }
    }

    private void take(int end) {
        for (var at = 0; at < end; ) {
            at = inMail ? mail(at, end) : command(at, end);
        }
    }

    private int command(int from, int end) {
        for (var at = from; at < end; at++) {
            if (block[at] == '\n') {
                obey((char) (letters >> 8), (char) (letters & 0xff));
                letters = 0;
                return at + 1;
            }
            letters = letters > 0xff ? letters : letters << 8 | Character.toUpperCase(block[at]);
        }
        return end;
    }

    private void obey(char first, char second) {
        if (first == 'D' && second == 'A') {
            answers.writeBytes(GO_ON);
            begin();
        } else if (first == 'Q') {
            answers.writeBytes(BYE);
            leaving = true;
        } else {
            answers.writeBytes(FINE);
        }
    }

    private void begin() {
        inMail = true;
        tail = END >> 24;
        head.clear();
        copy = sink.copy();
    }

    private int mail(int from, int end) {
        head.add(block, from, end);
        if (copy != null) {
            copy.write(block, from, end - from);
        }
        for (var at = Math.max(from, end - 5); at < end; at++) {
            tail = (tail << 8 | (block[at] & 0xff)) & FIVE_BYTES;
        }
        if (tail == END) {
            finish();
        }
        return end;
    }

    private void finish() {
        inMail = false;
        sink.took(head.messageId());
        if (copy != null) {
            sink.keep(copy);
        }
        answers.writeBytes(FINE);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
