/** The mailboxes of the sample company's customers: an SMTP server that keeps what it takes, and the pages to read it. */
@NullMarked
package dev.uplift.demo.inbox;

import org.jspecify.annotations.NullMarked;
