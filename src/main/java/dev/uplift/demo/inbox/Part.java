package dev.uplift.demo.inbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A mail or a part of one; the body is kept as ISO-8859-1 text, which maps every byte to one character and back.
 */
record Part(Headers headers, String body) {

    private static final Pattern BLANK_LINE = Pattern.compile("\r?\n\r?\n");
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";]+)\"?");
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([^\";]+)\"?");

    static Part of(String whole) {
        if (whole.startsWith("\r\n") || whole.startsWith("\n")) {
            return new Part(new Headers(List.of()), whole.strip());
        }
        var end = BLANK_LINE.matcher(whole);
        return end.find()
                ? new Part(Headers.of(whole.substring(0, end.start())), whole.substring(end.end()))
                : new Part(Headers.of(whole), "");
    }

    /** The parts of a multipart body; empty for anything else. */
    List<Part> parts() {
        var boundary = BOUNDARY.matcher(headers.first("Content-Type").orElse(""));
        if (!boundary.find()) {
            return List.of();
        }
        var parts = new ArrayList<Part>();
        var line = Pattern.compile("(?:^|\r?\n)--" + Pattern.quote(boundary.group(1)) + "(--)?[ \t]*(?:\r?\n|$)")
                .matcher(body);
        var begin = -1;
        while (line.find()) {
            if (begin >= 0) {
                parts.add(of(body.substring(begin, Math.max(begin, line.start()))));
            }
            if (line.group(1) != null) {
                return parts;
            }
            begin = line.end();
        }
        return begin < 0 ? parts : withRest(parts, body.substring(begin));
    }

    /** The media type in lower case, with its parameters. */
    String type() {
        return headers.first("Content-Type").orElse("text/plain").toLowerCase(Locale.ROOT);
    }

    /** The body as text, transfer encoding and charset undone. */
    String text() {
        var plain = TransferEncoding.decode(
                headers.first("Content-Transfer-Encoding").orElse("7bit"), body.getBytes(StandardCharsets.ISO_8859_1));
        var charset = CHARSET.matcher(headers.first("Content-Type").orElse(""));
        return new String(plain, charset.find() ? TransferEncoding.charset(charset.group(1)) : StandardCharsets.UTF_8);
    }

    /** A mail that was cut off lacks its last line. */
    private static List<Part> withRest(List<Part> parts, String rest) {
        parts.add(of(rest));
        return parts;
    }
}
