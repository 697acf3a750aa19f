package dev.uplift.lab;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A relay that keeps a journal and behaves as it is told, for each command and recipient. */
final class SmtpSink implements Closeable {

    /** Says nothing more on this connection. */
    static final String HANG = "hang";
    /** Breaks the connection without a word. */
    static final String RESET = "reset";
    /** Takes the mail, then breaks the connection instead of saying so. */
    static final String TAKE_AND_RESET = "take and reset";

    /** What to answer to {@code EHLO}, {@code MAIL}, {@code RCPT}, {@code DATA}, or {@code DOT}; null is the usual. */
    interface Manner {
        @org.jspecify.annotations.Nullable
        String answer(String verb, String recipient) throws InterruptedException;
    }

    private static final Pattern SEND = Pattern.compile("(?im)^Message-ID: <([0-9a-f-]{36})@");

    private final String name;
    private final Journal journal;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger recipients = new AtomicInteger();
    private volatile Manner manner = (verb, recipient) -> null;

    SmtpSink(String name, Journal journal) {
        this.name = name;
        this.journal = journal;
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Threads.daemon("sink-" + name, this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void behave(Manner next) {
        manner = next;
    }

    /** How many recipients were ever named, whatever became of them. */
    int tries() {
        return recipients.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                Threads.daemon("sink-" + name, () -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new Talk(socket).hold();
        } catch (IOException e) {
            // the other side died or was cut off, which is part of the play
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        closed.countDown();
        for (var socket : open) {
            socket.close();
        }
    }

    /** One connection. */
    private final class Talk {

        private final Socket socket;
        private final BufferedReader in;
        private String recipient = "";

        Talk(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1), 32 * 1024);
        }

        void hold() throws IOException, InterruptedException {
            say("220 sink");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var verb = line.replaceFirst("[ :].*", "").toUpperCase(Locale.ROOT);
                if (verb.equals("RCPT")) {
                    recipient = line.replaceFirst("(?i)^RCPT TO:\\s*<", "").replaceFirst(">.*", "");
                    recipients.incrementAndGet();
                }
                if (!act(verb, verb.equals("DATA") ? "354 go on" : verb.equals("QUIT") ? "221 bye" : "250 ok")
                        || verb.equals("QUIT")) {
                    return;
                }
            }
        }

        private boolean act(String verb, String usual) throws IOException, InterruptedException {
            var told = manner.answer(verb, recipient);
            var answer = told == null ? usual : told;
            if (answer.equals(HANG)) {
                closed.await();
                return false;
            }
            if (answer.equals(RESET)) {
                socket.setSoLinger(true, 0);
                return false;
            }
            say(answer);
            return !answer.startsWith("354") || take();
        }

        private boolean take() throws IOException, InterruptedException {
            var mail = new StringBuilder(8 * 1024);
            var line = in.readLine();
            for (; line != null && !line.equals("."); line = in.readLine()) {
                mail.append(line).append('\n');
            }
            if (line == null) {
                return false;
            }
            var told = manner.answer("DOT", recipient);
            if (told == null || told.startsWith("250") || told.equals(TAKE_AND_RESET)) {
                journal.took(send(mail), name, recipient, mail.toString());
            }
            if (told != null && (told.equals(HANG) || told.equals(RESET) || told.equals(TAKE_AND_RESET))) {
                if (told.equals(HANG)) {
                    closed.await();
                }
                socket.setSoLinger(true, 0);
                return false;
            }
            say(told == null ? "250 2.0.0 taken" : told);
            return true;
        }

        private void say(String line) throws IOException {
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        private static String send(CharSequence mail) {
            var id = SEND.matcher(mail);
            return id.find() ? id.group(1) : "without an id";
        }
    }
}
