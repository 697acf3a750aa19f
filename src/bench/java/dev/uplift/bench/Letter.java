package dev.uplift.bench;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A mail as Uplift really sent it, so that everybody sends the same.
 *
 * @param wire as it went over the wire, dots doubled, without the final one
 */
record Letter(String wire, InternetAddress from, String subject, String text, String html, String unsubscribe) {

    static Letter read(Path file) throws IOException, MessagingException {
        var wire = Files.readString(file, StandardCharsets.US_ASCII);
        var plain = wire.replace("\r\n..", "\r\n.");
        var mail = new MimeMessage((Session) null, new ByteArrayInputStream(plain.getBytes(StandardCharsets.US_ASCII)));
        var parts = (MimeMultipart) mail.getContent();
        return new Letter(
                wire,
                (InternetAddress) mail.getFrom()[0],
                mail.getSubject(),
                (String) parts.getBodyPart(0).getContent(),
                (String) parts.getBodyPart(1).getContent(),
                mail.getHeader("List-Unsubscribe", null));
    }

    static String recipient(int number) {
        return "bench." + number + "@kunden.example";
    }
}
