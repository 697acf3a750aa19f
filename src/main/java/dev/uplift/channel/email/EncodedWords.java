package dev.uplift.channel.email;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Text of a header as RFC 2047 writes what is not ASCII: words of at most 75 characters, one per line. */
final class EncodedWords {

    private static final String BEGIN = "=?UTF-8?B?";
    private static final String END = "?=";

    /** What fits into a word: 75 characters less begin and end, three bytes for four characters. */
    private static final int MOST_BYTES = (75 - 12) / 4 * 3;

    private EncodedWords() {}

    static String of(String text) {
        var words = new StringBuilder();
        var from = 0;
        var bytes = 0;
        for (var i = 0; i < text.length(); ) {
            var character = text.codePointAt(i);
            var size = size(character);
            if (bytes + size > MOST_BYTES) {
                add(words, text.substring(from, i));
                from = i;
                bytes = 0;
            }
            bytes += size;
            i += Character.charCount(character);
        }
        add(words, text.substring(from));
        return words.toString();
    }

    private static void add(StringBuilder words, String part) {
        words.append(words.isEmpty() ? "" : "\r\n ")
                .append(BEGIN)
                .append(Base64.getEncoder().encodeToString(part.getBytes(StandardCharsets.UTF_8)))
                .append(END);
    }

    private static int size(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
