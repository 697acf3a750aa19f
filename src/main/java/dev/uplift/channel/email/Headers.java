package dev.uplift.channel.email;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The only way a header gets into a mail; a value that could start another header is refused. */
final class Headers {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{1,900}");

    private final StringBuilder lines = new StringBuilder(1024);

    /** A header for people: any printable text, encoded by RFC 2047 where needed. */
    Headers text(String name, String value) {
        refuseControls(name, value);
        try {
            var encoded = MimeUtility.encodeText(value, StandardCharsets.UTF_8.name(), null);
            return line(name, MimeUtility.fold(name.length() + 2, encoded));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("This Java has no UTF-8", e);
        }
    }

    /** A header for machines: printable ASCII on one line. */
    Headers exact(String name, String value) {
        refuseControls(name, value);
        if (!PRINTABLE.matcher(value).matches()) {
            throw new BadHeader(name);
        }
        return line(name, value);
    }

    private Headers line(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new BadHeader("(name)");
        }
        lines.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    private static void refuseControls(String name, String value) {
        if (CONTROL.matcher(value).find()) {
            throw new BadHeader(name);
        }
    }

    @Override
    public String toString() {
        return lines.toString();
    }

    /** A header's value has characters it must not have; the text names the header, never the value. */
    static final class BadHeader extends RuntimeException {

        BadHeader(String name) {
            super("The header " + name + " has a line break or another character it must not have");
        }
    }
}
