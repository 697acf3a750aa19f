package dev.uplift.channel.email;

import jakarta.mail.internet.InternetAddress;

/** A mail whose bytes are written, lines as SMTP wants them. */
record ReadyMail(InternetAddress recipient, Block bytes) {}
