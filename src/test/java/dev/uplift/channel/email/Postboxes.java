package dev.uplift.channel.email;

import dev.uplift.channel.MailboxSettings;
import dev.uplift.channel.Postbox;
import dev.uplift.platform.TestSecrets;

/** Mailboxes for the tests of other modules. */
public final class Postboxes {

    private Postboxes() {}

    /** A mailbox of the default company. */
    public static Postbox imap(MailboxSettings settings) {
        return new ImapPostbox(settings, TestSecrets.settingsOfTheDefaultCompany());
    }
}
