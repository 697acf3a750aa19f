package dev.uplift.demo.phone;

import dev.uplift.channel.TwilioAccount;
import dev.uplift.channel.TwilioSource;
import dev.uplift.demo.LocalOnly;
import dev.uplift.demo.OwnAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** The account of the built-in phone; made up at each start, known to this process only. */
@Component
@Conditional(LocalOnly.class)
class DemoAccount implements TwilioSource {

    /** Nobody's number: the Federal Network Agency keeps 030 23125 000 to 999 for films and examples. */
    static final String NUMBER = "+493023125000";

    private final OwnAddress address;
    private final String sid = sid("AC");
    private final String token = hex();

    DemoAccount(OwnAddress address) {
        this.address = address;
    }

    @Override
    public TwilioAccount account() {
        return new TwilioAccount(address.local(), sid, token, null, NUMBER);
    }

    String token() {
        return token;
    }

    String sid() {
        return sid;
    }

    /** Whether an Authorization header carries this account's sid and token. */
    boolean admits(String authorization) {
        var credentials = (sid + ":" + token).getBytes(StandardCharsets.UTF_8);
        var expected = "Basic " + Base64.getEncoder().encodeToString(credentials);
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), authorization.getBytes(StandardCharsets.UTF_8));
    }

    static String sid(String kind) {
        return kind + hex();
    }

    private static String hex() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
