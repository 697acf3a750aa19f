package dev.uplift.web.customer;

import dev.uplift.platform.Secrets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Proves that a form was shown by us for this token within the last two hours, without a session: seconds since 1970
 * (8 bytes) and the first 16 bytes of an HMAC over token and seconds, in base64url.
 */
@Component
class FormNonce {

    private static final Duration VALID = Duration.ofHours(2);
    private static final int MAC_BYTES = 16;
    private static final int BYTES = Long.BYTES + MAC_BYTES;

    private final Secrets secrets;

    FormNonce(Secrets secrets) {
        this.secrets = secrets;
    }

    String issue(String token, Instant now) {
        var seconds = now.getEpochSecond();
        var bytes = ByteBuffer.allocate(BYTES).putLong(seconds).put(mac(token, seconds));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    boolean valid(@Nullable String nonce, String token, Instant now) {
        var bytes = decoded(nonce);
        if (bytes.length != BYTES) {
            return false;
        }
        var seconds = ByteBuffer.wrap(bytes).getLong();
        var genuine = MessageDigest.isEqual(mac(token, seconds), Arrays.copyOfRange(bytes, Long.BYTES, BYTES));
        return genuine && within(seconds, now.getEpochSecond());
    }

    private static boolean within(long issued, long now) {
        return issued <= now && now - issued <= VALID.toSeconds();
    }

    private byte[] mac(String token, long seconds) {
        var data = (token + ":" + seconds).getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(secrets.mac("form", data), MAC_BYTES);
    }

    private static byte[] decoded(@Nullable String nonce) {
        if (nonce == null) {
            return new byte[0];
        }
        try {
            return Base64.getUrlDecoder().decode(nonce);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
