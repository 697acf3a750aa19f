package dev.uplift.channel.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server that misbehaves at exactly one place: it hangs, resets, hangs up, or answers what it is told. */
final class ScriptedSmtp implements AutoCloseable {

    static final String HANG = "hang";
    static final String RESET = "reset";
    static final String CLOSE = "close";

    private final ServerSocket server;
    private final Map<String, String> script = new ConcurrentHashMap<>();
    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
    private final List<String> mails = Collections.synchronizedList(new ArrayList<>());
    private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    ScriptedSmtp() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    /** What to do at a verb ({@code GREETING EHLO MAIL RCPT DATA BODY DOT AFTER}): a reply, or one of the constants. */
    ScriptedSmtp at(String verb, String action) {
        script.put(verb, action);
        return this;
    }

    ScriptedSmtp well() {
        script.clear();
        return this;
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    List<String> commands() {
        return List.copyOf(commands);
    }

    List<String> mails() {
        return List.copyOf(mails);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                open.add(socket);
                connections.incrementAndGet();
                daemon(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            if (!answer(socket, "GREETING", "220 ready")) {
                return;
            }
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                if (!converse(socket, in, line)) {
                    return;
                }
            }
        } catch (IOException e) {
            // the client hung up, which is part of the play
        }
    }

    private boolean converse(Socket socket, BufferedReader in, String line) throws IOException {
        var verb = line.replaceFirst("[ :].*", "").toUpperCase(Locale.ROOT);
        if (verb.equals("EHLO")) {
            return answer(socket, verb, "250 scripted");
        }
        if (!verb.equals("DATA")) {
            return answer(socket, verb, "250 ok");
        }
        if (!answer(socket, verb, "354 go on")) {
            return false;
        }
        return !script.getOrDefault(verb, "354").startsWith("354") || receive(socket, in);
    }

    private boolean receive(Socket socket, BufferedReader in) throws IOException {
        var mail = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
            if (script.containsKey("BODY") && !answer(socket, "BODY", "")) {
                return false;
            }
        }
        mails.add(mail.toString());
        var after = script.get("AFTER");
        return answer(socket, "DOT", "250 2.0.0 Ok: queued as 4F2a") && (after == null || act(socket, after));
    }

    private boolean answer(Socket socket, String verb, String usual) throws IOException {
        return act(socket, script.getOrDefault(verb, usual));
    }

    private boolean act(Socket socket, String action) throws IOException {
        switch (action) {
            case HANG -> hang();
            case RESET -> {
                socket.setSoLinger(true, 0);
                socket.close();
            }
            case CLOSE -> socket.close();
            default -> {
                socket.getOutputStream().write((action + "\r\n").getBytes(StandardCharsets.US_ASCII));
                return true;
            }
        }
        return false;
    }

    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        for (var socket : List.copyOf(open)) {
            socket.close();
        }
    }
}
