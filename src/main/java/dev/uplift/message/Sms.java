package dev.uplift.message;

import java.util.regex.Pattern;

/** What a text message must not contain: one no-break space would double its price, since GSM 03.38 lacks it. */
final class Sms {

    private static final Pattern RARE_SPACES = Pattern.compile("[\\u00a0\\u2007\\u2009\\u202f]");

    private Sms() {}

    static String plain(String text) {
        return RARE_SPACES.matcher(text).replaceAll(" ");
    }
}
