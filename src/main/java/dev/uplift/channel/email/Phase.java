package dev.uplift.channel.email;

/** How far one message got on a connection; decides what a lost connection means. */
enum Phase {
    CONNECT,
    MAIL,
    RCPT,
    DATA,
    BODY,
    DOT
}
