package dev.uplift.channel.email;

import dev.uplift.channel.Incoming;
import dev.uplift.platform.SendId;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells by its form what a message is.
 *
 * @param domain that of our Message-IDs
 */
record Sorting(String domain) {

    private static final int LONGEST_KEY = 250;
    private static final Pattern OURS = Pattern.compile(
            "<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@([^<>\\s]{1,253})>", Pattern.CASE_INSENSITIVE);
    private static final List<String> MACHINES =
            List.of("X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply", "List-Id");

    /** Throws what Jakarta Mail throws at a message that is none. */
    Incoming of(MimeMessage message) throws MessagingException, IOException {
        var key = key(message);
        var report = Report.in(message);
        if (report != null) {
            return report.about(key);
        }
        return machine(message) ? new Incoming.Noise(key) : letter(key, message);
    }

    private Incoming letter(String key, MimeMessage message) throws MessagingException, IOException {
        var from = message.getFrom() == null ? null : message.getFrom()[0];
        if (!(from instanceof InternetAddress sender) || sender.getAddress() == null) {
            throw new MessagingException("A letter without a sender");
        }
        return new Incoming.Letter(key, sender.getAddress(), about(message), Words.of(message));
    }

    /** The mail that is answered directly comes first, then those before it, the newest first. */
    private List<SendId> about(MimeMessage message) throws MessagingException {
        var newestFirst = new ArrayList<>(ours(header(message, "References")));
        Collections.reverse(newestFirst);
        return Stream.concat(ours(header(message, "In-Reply-To")).stream(), newestFirst.stream())
                .distinct()
                .toList();
    }

    private List<SendId> ours(String ids) {
        return OURS.matcher(ids)
                .results()
                .filter(id -> id.group(2).equalsIgnoreCase(domain))
                .map(id -> new SendId(UUID.fromString(id.group(1).toLowerCase(Locale.ROOT))))
                .toList();
    }

    /** Answers of machines by RFC 3834, by older customs, and whatever has no sender to answer to. */
    private static boolean machine(MimeMessage message) throws MessagingException {
        var submitted = header(message, "Auto-Submitted").strip().toLowerCase(Locale.ROOT);
        var precedence = header(message, "Precedence").strip().toLowerCase(Locale.ROOT);
        for (var name : MACHINES) {
            if (message.getHeader(name) != null) {
                return true;
            }
        }
        return !(submitted.isEmpty() || submitted.startsWith("no"))
                || precedence.matches("auto_reply|bulk|junk|list")
                || header(message, "Return-Path").strip().equals("<>");
    }

    private static String key(MimeMessage message) throws MessagingException {
        var id = header(message, "Message-ID").strip();
        return id.isEmpty() || id.length() > LONGEST_KEY ? digest(message) : id;
    }

    private static String digest(MimeMessage message) throws MessagingException {
        var headers = String.join("\n", Collections.list(message.getAllHeaderLines()));
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(headers.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static String header(MimeMessage message, String name) throws MessagingException {
        @Nullable String value = message.getHeader(name, " ");
        return value == null ? "" : value;
    }
}
