package dev.uplift.bench;

/** Somebody who sends mails to the sink on a number of connections. */
interface Sender {

    /** Returns when this many mails, each with a Message-ID of its own, were accepted. */
    void send(int messages) throws Exception;
}
