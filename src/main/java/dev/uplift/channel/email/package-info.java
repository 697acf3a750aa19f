/** Mail out by SMTP: exact verdicts, kept-open connections, one header API that refuses injection; mail in by IMAP. */
@NullMarked
package dev.uplift.channel.email;

import org.jspecify.annotations.NullMarked;
