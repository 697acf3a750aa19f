package dev.uplift.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Says no: to programs with a problem document, to people with a page, or with the log-in if their session ended. */
class Refusals implements AccessDeniedHandler {

    private final RequestMatcher programs;

    Refusals(RequestMatcher programs) {
        this.programs = programs;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (programs.matches(request)) {
            Problems.forbidden(response, detail(denied));
        } else if (denied instanceof MissingCsrfTokenException) {
            response.sendRedirect("/login?expired");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static String detail(AccessDeniedException denied) {
        return denied instanceof CsrfException
                ? "A session needs its CSRF token with every change. Send it, or use an API key."
                : "Your role may not do this. Ask an administrator for a key or an account with the right role.";
    }
}
