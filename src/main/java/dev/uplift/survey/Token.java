package dev.uplift.survey;

import dev.uplift.platform.Secrets;
import dev.uplift.platform.SendId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** The secret in a survey link; made from the send, so that repeating an invitation gives the same link. */
record Token(String text) {

    private static final int BYTES = 16;

    static Token of(SendId send, Secrets secrets) {
        var id = ByteBuffer.allocate(BYTES)
                .putLong(send.value().getMostSignificantBits())
                .putLong(send.value().getLeastSignificantBits())
                .array();
        var digest = Arrays.copyOf(secrets.mac("survey", id), BYTES);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    }

    /** What the database knows of it: 32 bytes of SHA-256. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Token[…]";
    }
}
