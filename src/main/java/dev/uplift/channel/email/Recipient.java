package dev.uplift.channel.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.regex.Pattern;

/** Exactly one plain address: no list, name, comment, route, quoting or control character. */
final class Recipient {

    private static final int LONGEST = 254;
    private static final Pattern PLAIN =
            Pattern.compile("[\\x21-\\x7e&&[^\"(),:;<>@\\[\\\\\\]]]{1,64}@[^\"(),:;<>@\\[\\\\\\]\\s\\p{Cc}]+");

    private Recipient() {}

    static InternetAddress of(String address) throws AddressException {
        if (!PLAIN.matcher(address).matches()) {
            throw new AddressException("The address is not exactly one plain mail address");
        }
        var at = address.lastIndexOf('@');
        var ascii = address.substring(0, at + 1) + domain(address.substring(at + 1));
        var one = new InternetAddress(ascii, true);
        if (ascii.length() > LONGEST || one.isGroup() || !ascii.equals(one.getAddress())) {
            throw new AddressException("The address is not exactly one plain mail address");
        }
        return one;
    }

    private static String domain(String domain) throws AddressException {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            throw new AddressException("The domain of the address is not valid");
        }
    }
}
