package dev.uplift.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An SMTP client of nothing but a socket; of the mail only the Message-ID changes, in place. */
final class BareConnection implements Hands.Work {

    private static final String ID = "Message-ID: <";
    private static final int DIGITS = 12;
    private static final int UUID = 36;
    private static final byte[] MAIL = ascii("MAIL FROM:<service@nordwerk.example>\r\n");
    private static final byte[] DATA = ascii("DATA\r\n");

    private final InputStream in;
    private final OutputStream out;
    private final byte[] answer = new byte[512];
    private final byte[] mail;
    private final int digits;

    BareConnection(int port, String wire) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        mail = ascii(wire + ".\r\n");
        digits = wire.indexOf(ID) + ID.length() + UUID - DIGITS;
        await('2');
        say(ascii("EHLO nordwerk.example\r\n"), '2');
    }

    @Override
    public void send(int from, int to) throws IOException {
        for (var number = from; number < to; number++) {
            say(MAIL, '2');
            say(ascii("RCPT TO:<" + Letter.recipient(number) + ">\r\n"), '2');
            say(DATA, '3');
            stamp(number);
            say(mail, '2');
        }
    }

    /** The last group of the UUID becomes the number. */
    private void stamp(int number) {
        var rest = number;
        for (var at = digits + DIGITS - 1; at >= digits; at--) {
            mail[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private void say(byte[] bytes, char expected) throws IOException {
        out.write(bytes);
        await(expected);
    }

    private void await(char expected) throws IOException {
        var length = 0;
        do {
            var read = in.read(answer, length, answer.length - length);
            if (read < 0) {
                throw new IOException("The sink closed the connection");
            }
            length += read;
        } while (answer[length - 1] != '\n');
        if (answer[0] != expected) {
            throw new IOException("The sink answered " + new String(answer, 0, length, StandardCharsets.US_ASCII));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
