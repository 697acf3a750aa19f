package dev.uplift.channel.email;

import dev.uplift.channel.Incoming;
import dev.uplift.channel.Statement.Fault;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A report by RFC 6522: what a machine says, and the headers of the mail it is about.
 *
 * @param complaint whether it is feedback (RFC 5965) rather than about delivery (RFC 3464)
 * @param recipients the fields about each recipient
 * @param returned headers of the mail, or null if they were not sent back
 */
record Report(
        boolean complaint,
        List<InternetHeaders> recipients,
        @Nullable InternetHeaders returned) {

    private static final Pattern STATUS = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");
    private static final Pattern OPT_OUT = Pattern.compile("/u/([A-Za-z0-9_-]{1,200})>");

    /** Nobody is there; 5.1.7 and 5.1.8 are about the sender. */
    private static final Pattern NOBODY = Pattern.compile("5\\.1\\.(?:0|1|2|3|6|10)");

    private static final int LARGEST_PART = 200_000;
    private static final int MOST_RECIPIENTS = 100;

    /** The report in a message; null if it is none. */
    static @Nullable Report in(MimeMessage message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/report") || !(message.getContent() instanceof Multipart parts)) {
            return null;
        }
        var complaint = false;
        var blocks = List.<InternetHeaders>of();
        InternetHeaders returned = null;
        for (var number = 0; number < parts.getCount(); number++) {
            var part = parts.getBodyPart(number);
            if (part.isMimeType("message/delivery-status") || part.isMimeType("message/feedback-report")) {
                complaint = part.isMimeType("message/feedback-report");
                blocks = blocks(text(part));
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                returned = headers(text(part).stripLeading());
            }
        }
        return blocks.isEmpty() ? null : new Report(complaint, blocks, returned);
    }

    /** What it says; a mail that is late, was passed on or arrived needs nothing. */
    Incoming about(String key) {
        if (complaint) {
            return new Incoming.Report(key, "COMPLAINED", null, Fault.OPTED_OUT, tokens());
        }
        return recipients.stream()
                .filter(recipient -> field(recipient, "Action").equals("failed"))
                .findFirst()
                .<Incoming>map(failed -> bounce(key, field(failed, "Status")))
                .orElseGet(() -> new Incoming.Noise(key));
    }

    private Incoming bounce(String key, String status) {
        var found = STATUS.matcher(status);
        var code = found.find() ? found.group() : null;
        var nobody = code != null && NOBODY.matcher(code).matches();
        return new Incoming.Report(key, "BOUNCED", code, nobody ? Fault.BAD_ADDRESS : null, tokens());
    }

    private List<String> tokens() {
        var links = returned == null ? null : returned.getHeader("List-Unsubscribe", " ");
        return links == null
                ? List.of()
                : OPT_OUT.matcher(links).results().map(link -> link.group(1)).toList();
    }

    private static String field(InternetHeaders recipient, String name) {
        var value = recipient.getHeader(name, " ");
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }

    /** Groups of fields, each ended by an empty line. */
    private static List<InternetHeaders> blocks(String text) throws MessagingException {
        var blocks = new ArrayList<InternetHeaders>();
        for (var block : text.split("\\r?\\n[ \\t]*\\r?\\n", MOST_RECIPIENTS + 1)) {
            blocks.add(headers(block.stripLeading()));
        }
        return blocks;
    }

    private static InternetHeaders headers(String text) throws MessagingException {
        var bytes = (text + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return new InternetHeaders(new ByteArrayInputStream(bytes));
    }

    private static String text(BodyPart part) throws MessagingException, IOException {
        try (var source = part.getInputStream()) {
            return new String(source.readNBytes(LARGEST_PART), StandardCharsets.ISO_8859_1);
        }
    }
}
