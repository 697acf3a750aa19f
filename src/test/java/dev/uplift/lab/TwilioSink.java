package dev.uplift.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Twilio's messages endpoint with a journal; what it says comes from the manner it is told. */
final class TwilioSink implements Closeable {

    /**
     * HTTP status or Twilio's error code to answer a customer's n-th request with; null is the usual 201, 0 takes the message
     * and then breaks the connection.
     */
    interface Manner {
        @Nullable
        Integer status(int customer, int request) throws InterruptedException;
    }

    private static final Pattern CALLBACK = Pattern.compile(".*/hooks/twilio/status/([0-9a-fA-F-]{36})\\.(\\d+)");

    private final Journal journal;
    private final HttpServer server;
    private final ExecutorService hands = Executors.newFixedThreadPool(32);
    private final Map<String, String> callbacks = new ConcurrentHashMap<>();
    private volatile Manner manner = (customer, request) -> null;
    private final Map<Integer, Integer> requests = new ConcurrentHashMap<>();

    TwilioSink(Journal journal) {
        this.journal = journal;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(hands);
        server.createContext("/", this::serve);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void behave(Manner next) {
        manner = next;
    }

    /** The address Twilio would report to, by send. */
    Map<String, String> callbacks() {
        return Map.copyOf(callbacks);
    }

    /** How many requests there were for each customer, by their number. */
    Map<Integer, Integer> requests() {
        return Map.copyOf(requests);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var callback = CALLBACK.matcher(form.getOrDefault("StatusCallback", ""));
            if (!exchange.getRequestMethod().equals("POST") || !callback.matches()) {
                answer(exchange, 404, "{\"code\": 20404, \"status\": 404}");
                return;
            }
            take(exchange, callback.group(1), form);
        }
    }

    private void take(HttpExchange exchange, String send, Map<String, String> form) throws IOException {
        var status = status(Campaign.number(form.getOrDefault("To", "")));
        if (status == null || status == 0) {
            callbacks.put(send, form.getOrDefault("StatusCallback", ""));
            journal.took(send, "twilio", form.getOrDefault("To", ""), form.getOrDefault("Body", ""));
        }
        if (status == null) {
            answer(exchange, 201, "{\"sid\": \"" + sid(send) + "\", \"status\": \"queued\"}");
        } else if (status > 999) {
            answer(exchange, 400, "{\"code\": " + status + ", \"status\": 400}");
        } else if (status != 0) {
            answer(exchange, status, "{\"code\": " + (status == 429 ? 20429 : 20500) + ", \"status\": " + status + "}");
        }
    }

    private @Nullable Integer status(int customer) {
        try {
            return manner.status(customer, requests.merge(customer, 1, Integer::sum));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 503;
        }
    }

    static String sid(String send) {
        return "SM" + send.replace("-", "");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static Map<String, String> form(String body) {
        return Stream.of(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1]), (a, b) -> b));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        hands.shutdownNow();
    }
}
