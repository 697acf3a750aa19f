package dev.uplift.web.customer;

import dev.uplift.platform.PublicUrl;
import dev.uplift.platform.Secrets;
import dev.uplift.survey.Invitation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Knows the browser again that gave an answer, by a cookie with a keyed digest of the token. Whoever was sent the link by
 * somebody else does not have it, and neither sees the answer nor changes it.
 */
@Component
class OwnBrowser {

    private static final String NAME = "answered";

    /** As long as an answer can be changed. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final Secrets secrets;
    private final PublicUrl url;
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    /** Request and response are those of the current thread. */
    OwnBrowser(Secrets secrets, PublicUrl url, HttpServletRequest request, HttpServletResponse response) {
        this.secrets = secrets;
        this.url = url;
        this.request = request;
        this.response = response;
    }

    /** Whether there is an answer, and this browser did not give it. */
    boolean isAnother(String token, Invitation invitation) {
        return invitation.given() != null && !gave(token);
    }

    /** The answer that was just stored came from this browser. */
    void remember(String token) {
        var cookie = ResponseCookie.from(NAME, proof(token))
                .path("/s/" + token)
                .httpOnly(true)
                .secure(url.of("").startsWith("https:"))
                .sameSite("Lax")
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private boolean gave(String token) {
        var cookies = request.getCookies();
        var proof = bytes(proof(token));
        return cookies != null
                && Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .anyMatch(cookie -> MessageDigest.isEqual(proof, bytes(cookie.getValue())));
    }

    private String proof(String token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.mac("browser", bytes(token)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
