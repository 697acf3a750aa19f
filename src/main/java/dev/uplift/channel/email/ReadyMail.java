package dev.uplift.channel.email;

import jakarta.mail.Address;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A mail whose bytes are built once; nothing on the way out may change them, least of all its Message-ID. */
final class ReadyMail extends MimeMessage {

    private final InternetAddress recipient;
    private final byte[] bytes;

    ReadyMail(InternetAddress recipient, byte[] bytes) {
        super((Session) null);
        this.recipient = recipient;
        this.bytes = bytes;
    }

    Address[] envelope() {
        return new Address[] {recipient};
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignoreList) throws IOException {
        out.write(bytes);
    }

    @Override
    public void saveChanges() {}

    @Override
    protected void updateMessageID() {}
}
