package dev.uplift.delivery;

import dev.uplift.platform.Secrets;
import dev.uplift.platform.SendId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tokens that let their holder, and nobody else, unsubscribe: the send's id and 128 bits of its keyed digest. */
@Component
class UnsubscribeTokens {

    private static final int BYTES = 16;

    private final Secrets secrets;

    UnsubscribeTokens(Secrets secrets) {
        this.secrets = secrets;
    }

    String of(SendId send) {
        var id = bytes(send.value());
        var token = ByteBuffer.allocate(2 * BYTES).put(id).put(digest(id)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The send of a token we made; empty for any other text. */
    Optional<SendId> send(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != 2 * BYTES) {
            return Optional.empty();
        }
        var id = Arrays.copyOf(bytes, BYTES);
        var genuine = MessageDigest.isEqual(digest(id), Arrays.copyOfRange(bytes, BYTES, 2 * BYTES));
        var buffer = ByteBuffer.wrap(id);
        return genuine ? Optional.of(new SendId(new UUID(buffer.getLong(), buffer.getLong()))) : Optional.empty();
    }

    private byte[] digest(byte[] id) {
        return Arrays.copyOf(secrets.mac("unsubscribe", id), BYTES);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
