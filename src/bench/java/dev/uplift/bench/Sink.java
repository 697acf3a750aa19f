package dev.uplift.bench;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * An SMTP server that takes everything at once and keeps nothing but numbers and one mail, so that it is never what is
 * measured. A process of its own, which ends with its standard input; each line there is a question, answered by one line.
 */
final class Sink {

    private volatile Tally tally = new Tally();
    private byte @Nullable [] sample;

    private Sink() {}

    public static void main(String[] arguments) throws IOException {
        var sink = new Sink();
        try (var server = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
                var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            daemon(() -> sink.listen(server));
            System.out.println(server.getLocalPort());
            for (var question = questions.readLine(); question != null; question = questions.readLine()) {
                System.out.println(sink.answer(question));
            }
        }
    }

    private String answer(String question) {
        return switch (question) {
            case "count" -> tally.count();
            case "distinct" -> String.valueOf(tally.distinct());
            case "sample" -> sample();
            case "reset" -> reset();
            default -> throw new IllegalArgumentException("The sink does not know the question " + question);
        };
    }

    private synchronized String sample() {
        return sample == null ? "" : Base64.getEncoder().encodeToString(sample);
    }

    private synchronized String reset() {
        tally = new Tally();
        sample = null;
        return "reset";
    }

    /** Where to put a copy of the mail that begins now, if it is the first one since the reset. */
    synchronized @Nullable ByteArrayOutputStream copy() {
        if (sample != null) {
            return null;
        }
        sample = new byte[0];
        return new ByteArrayOutputStream();
    }

    synchronized void keep(ByteArrayOutputStream copy) {
        sample = copy.toByteArray();
    }

    void took(long id) {
        tally.add(id);
    }

    private void listen(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                socket.setTcpNoDelay(true);
                daemon(new SinkConnection(this, socket));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException("The sink cannot listen any more", e);
                }
            }
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }
}
