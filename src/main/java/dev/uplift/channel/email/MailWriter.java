package dev.uplift.channel.email;

import dev.uplift.channel.Outbound;
import dev.uplift.platform.UpliftSettings.Company;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.Objects;

/**
 * Writes a message as bytes: headers, then multipart/alternative with text and HTML, quoted-printable throughout. Done
 * by hand, since MimeMultipart costs more than everything else on the way out together.
 */
final class MailWriter {

    private final String from;
    private final String domain;
    private final Clock clock;

    MailWriter(Company company, String fromAddress, Clock clock) {
        this.from = sender(company.name(), fromAddress);
        this.domain = company.domain();
        this.clock = clock;
    }

    /** The mail; throws BadHeader if a header would be unsafe and AddressException if the recipient is. */
    ReadyMail write(Outbound outbound) throws AddressException {
        var recipient = Recipient.of(outbound.address());
        // "=_" cannot occur in quoted-printable text, so no part can contain the boundary
        var boundary = "=_" + outbound.send().value();
        var bytes = new ByteArrayOutputStream(16 * 1024);
        ascii(bytes, headers(outbound, recipient, boundary) + "\r\n");
        part(bytes, boundary, "plain", outbound.message().text());
        part(bytes, boundary, "html", Objects.requireNonNull(outbound.message().html(), "a mail has HTML"));
        ascii(bytes, "\r\n--" + boundary + "--\r\n");
        return new ReadyMail(recipient, bytes.toByteArray());
    }

    private String headers(Outbound outbound, InternetAddress recipient, String boundary) {
        var message = outbound.message();
        return new Headers()
                .exact("Date", new MailDateFormat().format(Date.from(clock.instant())))
                .exact("From", from)
                .exact("To", recipient.getAddress())
                .text("Subject", Objects.requireNonNull(message.subject(), "a mail has a subject"))
                .exact("Message-ID", "<" + outbound.send().value() + "@" + domain + ">")
                .exact("List-Id", "<" + label(outbound.listId()) + "." + domain + ">")
                .exact("List-Unsubscribe", "<" + outbound.unsubscribeUrl() + ">")
                .exact("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .exact("Auto-Submitted", "auto-generated")
                .exact("Content-Language", message.language())
                .exact("MIME-Version", "1.0")
                .exact("Content-Type", "multipart/alternative; boundary=\"" + boundary + "\"")
                .toString();
    }

    private static String label(String listId) {
        return listId.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
    }

    private static void part(ByteArrayOutputStream bytes, String boundary, String type, String text) {
        ascii(
                bytes,
                "\r\n--" + boundary + "\r\nContent-Type: text/" + type
                        + "; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n");
        QuotedPrintable.write(text, bytes);
    }

    private static void ascii(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String sender(String name, String address) {
        try {
            return new InternetAddress(address, name, StandardCharsets.UTF_8.name()).toString();
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
