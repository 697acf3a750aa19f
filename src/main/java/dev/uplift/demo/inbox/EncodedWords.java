package dev.uplift.demo.inbox;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Text outside ASCII in header fields: {@code =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=} (RFC 2047). */
final class EncodedWords {

    private static final Pattern WORD = Pattern.compile("=\\?([^?*]+)(?:\\*[^?]*)?\\?([bBqQ])\\?([^?]*)\\?=");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(\\?=)\\s+(?==\\?)");

    private EncodedWords() {}

    static String decode(String value) {
        var joined = BETWEEN_WORDS.matcher(value).replaceAll("$1");
        return WORD.matcher(joined)
                .replaceAll(word ->
                        java.util.regex.Matcher.quoteReplacement(word(word.group(1), word.group(2), word.group(3))));
    }

    private static String word(String charset, String encoding, String content) {
        var bytes = content.getBytes(StandardCharsets.US_ASCII);
        var plain = encoding.equalsIgnoreCase("b")
                ? TransferEncoding.base64(bytes)
                : TransferEncoding.quotedPrintable(content.replace('_', ' ').getBytes(StandardCharsets.US_ASCII));
        return new String(plain, TransferEncoding.charset(charset));
    }
}
