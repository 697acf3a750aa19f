package dev.uplift.channel.email;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** What somebody wrote, without attachments and without what they quote. */
final class Words {

    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 10;

    /** The line above a quoted mail, in the words of common programs and of our languages. */
    private static final Pattern QUOTED = Pattern.compile(
            "(?m)^(?:>|-{2,} ?(?:Original|Urspr|Forwarded|Weiterg)|_{10,}|-- $|(?:Am|On) .{5,200}(?:schrieb|wrote).*$"
                    + "|(?:Von|From): .*\\R(?:Gesendet|Datum|Sent|Date|An|To): )");

    private Words() {}

    /** At most 2,000 characters; empty if there is no text. */
    static String of(Part message) throws MessagingException, IOException {
        var plain = text(message, "text/plain", 0);
        var html = plain == null ? text(message, "text/html", 0) : null;
        var all = plain == null ? (html == null ? "" : Jsoup.parse(html).wholeText()) : plain;
        var quoted = QUOTED.matcher(all);
        var own = (quoted.find() ? all.substring(0, quoted.start()) : all).strip();
        return own.substring(0, Math.min(LONGEST, own.length()));
    }

    /** The first part of this type that is no attachment. */
    private static @Nullable String text(Part part, String type, int depth) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || depth > DEEPEST) {
            return null;
        }
        if (part.isMimeType(type)) {
            return decoded(part);
        }
        if (!part.isMimeType("multipart/*") || !(part.getContent() instanceof Multipart parts)) {
            return null;
        }
        for (var number = 0; number < parts.getCount(); number++) {
            BodyPart inner = parts.getBodyPart(number);
            var found = text(inner, type, depth + 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static String decoded(Part part) throws MessagingException, IOException {
        try (var source = part.getInputStream()) {
            return new String(source.readAllBytes(), charset(part)).replace("\u0000", "");
        }
    }

    /** A character set that does not exist is read as if it were the one that knows every byte. */
    private static Charset charset(Part part) throws MessagingException {
        var name = new ContentType(part.getContentType()).getParameter("charset");
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.ISO_8859_1;
        }
    }
}
