package dev.uplift.channel.email;

import jakarta.mail.Address;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Shows Jakarta Mail one ready mail after the other; nothing on the way out may change them, least of all their Message-ID.
 * One for each connection, since the library prepares forty headers for each new message.
 */
final class Parcel extends MimeMessage {

    private @Nullable ReadyMail mail;

    Parcel() {
        super((Session) null);
    }

    Address[] pack(ReadyMail next) {
        mail = next;
        return new Address[] {next.recipient()};
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignoreList) throws IOException {
        if (mail == null) {
            throw new IOException("There is no mail to write");
        }
        mail.bytes().writeTo(out);
    }

    @Override
    public void saveChanges() {}

    @Override
    protected void updateMessageID() {}
}
