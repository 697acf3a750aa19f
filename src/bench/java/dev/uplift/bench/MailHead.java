package dev.uplift.bench;

import java.nio.charset.StandardCharsets;

/** The first 4 KB of a mail, enough to find its Message-ID. */
final class MailHead {

    private static final byte[] NAME = "\nMessage-ID:".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes = new byte[4 * 1024];
    private int length;

    void clear() {
        length = 0;
    }

    void add(byte[] block, int from, int end) {
        var more = Math.min(end - from, bytes.length - length);
        System.arraycopy(block, from, bytes, length, more);
        length += more;
    }

    /** 64 bits of FNV-1a over the Message-ID; throws if there is none, since then nothing could be counted. */
    long messageId() {
        for (var at = 0; at < length - NAME.length; at++) {
            if (bytes[at] == '\n' && named(at)) {
                return hash(at + NAME.length);
            }
        }
        throw new IllegalStateException("A mail came without a Message-ID in its first 4 KB");
    }

    private boolean named(int at) {
        for (var i = 0; i < NAME.length; i++) {
            if (bytes[at + i] != NAME[i]) {
                return false;
            }
        }
        return true;
    }

    /** Up to the closing bracket, so that a folded header counts too. */
    private long hash(int from) {
        var hash = 0xcbf29ce484222325L;
        for (var at = from; at < length && bytes[at] != '>'; at++) {
            hash = bytes[at] <= ' ' ? hash : (hash ^ bytes[at]) * 0x100000001b3L;
        }
        return hash;
    }
}
