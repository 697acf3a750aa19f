package dev.uplift.message;

import java.io.IOException;
import java.io.Writer;

/** Collects what a template writes and stops it when that becomes absurdly much. */
final class BoundedWriter extends Writer {

    static final int MOST = 256 * 1024;

    private final StringBuilder text = new StringBuilder(4096);

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        if (text.length() + length > MOST) {
            throw new TooLong();
        }
        text.append(characters, offset, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }

    static final class TooLong extends IOException {}
}
