package dev.uplift.audience;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Exactly one mail address that every relay takes: dot-atom before the @ (RFC 5321 §4.1.2 without quoted strings), host
 * name after it; an internationalised domain becomes its ASCII form (RFC 5891).
 */
final class MailAddress {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    /** Characters that the older rule of {@link IDN} turns into another domain, e.g. straße.de into strasse.de. */
    private static final Pattern DEVIATION = Pattern.compile(".*[\\u00DF\\u03C2\\u200C\\u200D].*");

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private MailAddress() {}

    /** The address with its domain in lower-case ASCII; empty if it is not exactly one usable address. */
    static Optional<String> parse(String text) {
        var at = text.indexOf('@');
        if (at < 1 || at > LONGEST_LOCAL || at != text.lastIndexOf('@') || text.length() > LONGEST) {
            return Optional.empty();
        }
        var local = text.substring(0, at);
        if (!LOCAL.matcher(local).matches()) {
            return Optional.empty();
        }
        return domain(text.substring(at + 1))
                .map(domain -> local + "@" + domain)
                .filter(address -> address.length() <= LONGEST);
    }

    /** What two spellings of one mailbox have in common; the basis of its fingerprint. */
    static String normalised(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    private static Optional<String> domain(String text) {
        if (DEVIATION.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            var ascii = IDN.toASCII(text, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return isHost(ascii) ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isHost(String ascii) {
        var labels = ascii.split("\\.", -1);
        for (var label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return ascii.length() <= LONGEST_DOMAIN
                && !labels[labels.length - 1].chars().allMatch(Character::isDigit);
    }
}
