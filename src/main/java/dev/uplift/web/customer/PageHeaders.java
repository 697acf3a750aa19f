package dev.uplift.web.customer;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Headers of every customer page: its address is a secret, so it is neither cached, indexed nor passed on. */
@ControllerAdvice("dev.uplift.web.customer")
class PageHeaders {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    @ModelAttribute
    void add(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    }
}
