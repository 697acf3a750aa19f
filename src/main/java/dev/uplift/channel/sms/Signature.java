package dev.uplift.channel.sms;

import com.twilio.security.RequestValidator;
import java.util.Map;

/** Twilio's signature of a form it posts: HMAC-SHA1 over the address and the sorted parameters, by the auth token. */
public final class Signature {

    private Signature() {}

    /** Whether the signature was made with this token; compared in constant time. */
    public static boolean valid(String token, String url, Map<String, String> parameters, String signature) {
        return !token.isBlank()
                && !signature.isBlank()
                && new RequestValidator(token).validate(url, parameters, signature);
    }
}
