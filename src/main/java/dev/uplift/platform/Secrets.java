package dev.uplift.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** The installation's own key, kept in {@code uplift.home/keys}, and what is derived from it (HMAC-SHA256, RFC 2104). */
@Component
public class Secrets {

    private static final int KEY_BYTES = 32;

    /** Only ever cloned, which is quicker than to prepare the key each time. */
    private final Mac keyed;

    Secrets(UpliftSettings settings) throws IOException {
        this.keyed = keyed(keyIn(settings.home().resolve("keys").resolve("uplift.key")));
    }

    /** A keyed digest of 32 bytes; the domain keeps digests for different uses apart. */
    public byte[] mac(String domain, byte[] data) {
        try {
            var mac = (Mac) keyed.clone();
            mac.update(domain.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(data);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The HMAC-SHA256 of this Java cannot be cloned", e);
        }
    }

    /** The fingerprint of a normalised address: comparable, but not reversible without our key. */
    public byte[] fingerprint(Medium medium, String normalisedAddress) {
        return mac("address:" + medium.key(), normalisedAddress.getBytes(StandardCharsets.UTF_8));
    }

    /** A fresh random secret of 24 characters, safe in URLs. */
    public static String random() {
        var bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Mac keyed(byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA256", e);
        }
    }

    private static byte[] keyIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            var fresh = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(fresh);
            Files.write(file, fresh);
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(
                        file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
            }
        }
        return Files.readAllBytes(file);
    }
}
