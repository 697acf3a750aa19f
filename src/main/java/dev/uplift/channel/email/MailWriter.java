package dev.uplift.channel.email;

import dev.uplift.channel.Outbound;
import dev.uplift.message.Body;
import dev.uplift.message.Form;
import dev.uplift.platform.UpliftSettings.Company;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;

/**
 * Writes a message as bytes: headers, then multipart/alternative with text and HTML, quoted-printable throughout. Done
 * by hand, since MimeMultipart costs more than everything else on the way out together.
 */
final class MailWriter {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final String from;
    private final String domain;
    private final Clock clock;

    /** As long as their forms live. */
    private final Map<Form, EncodedBody> bodies = Collections.synchronizedMap(new WeakHashMap<>());

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
        var block = new Block();
        block.ascii(headers(outbound, recipient, boundary));
        block.ascii("\r\n");
        part(block, boundary, "plain");
        QuotedPrintable.write(outbound.message().text(), block);
        part(block, boundary, "html");
        html(Objects.requireNonNull(outbound.message().html(), "a mail has HTML"), block);
        block.ascii("\r\n--" + boundary + "--\r\n");
        return new ReadyMail(recipient, block);
    }

    private String headers(Outbound outbound, InternetAddress recipient, String boundary) {
        var message = outbound.message();
        var headers = new Headers()
                .exact("Date", DATE.format(clock.instant()))
                .exact("From", from)
                .exact("To", recipient.getAddress())
                .text("Subject", Objects.requireNonNull(message.subject(), "a mail has a subject"))
                .exact("Message-ID", "<" + outbound.send().value() + "@" + domain + ">");
        if (outbound.automatic()) {
            ofAList(outbound, headers);
        }
        return headers.exact("Content-Language", message.language())
                .exact("MIME-Version", "1.0")
                .exact("Content-Type", "multipart/alternative; boundary=\"" + boundary + "\"")
                .toString();
    }

    /** What tells mail programs that a machine wrote this, and how to stop it. */
    private void ofAList(Outbound outbound, Headers headers) {
        headers.exact("List-Id", "<" + label(outbound.listId()) + "." + domain + ">")
                .exact("Auto-Submitted", "auto-generated");
        if (!outbound.unsubscribeUrl().isEmpty()) {
            headers.exact("List-Unsubscribe", "<" + outbound.unsubscribeUrl() + ">")
                    .exact("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private static String label(String listId) {
        return listId.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
    }

    private void html(Body body, Block block) {
        bodies.computeIfAbsent(body.form(), EncodedBody::new).fill(body.values(), block);
    }

    private static void part(Block block, String boundary, String type) {
        block.ascii("\r\n--" + boundary + "\r\nContent-Type: text/" + type
                + "; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n");
    }

    private static String sender(String name, String address) {
        try {
            return new InternetAddress(address, name, StandardCharsets.UTF_8.name()).toString();
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
