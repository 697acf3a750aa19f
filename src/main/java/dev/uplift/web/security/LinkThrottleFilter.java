package dev.uplift.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Shows a plain page instead of a customer's page that the same address asks for too often. */
class LinkThrottleFilter extends OncePerRequestFilter {

    private static final Pattern LINK = Pattern.compile("/[su]/([^/]{1,64})[^/]*(?:/.*)?");

    private final LinkThrottle throttle = new LinkThrottle();
    private final InstantSource clock;

    LinkThrottleFilter(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var link = LINK.matcher(request.getRequestURI());
        if (!link.matches()) {
            chain.doFilter(request, response);
        } else if (throttle.admits(request.getRemoteAddr(), link.group(1), clock.instant())) {
            chain.doFilter(request, response);
            if (response.getStatus() == HttpStatus.NOT_FOUND.value()) {
                throttle.guessed(request.getRemoteAddr(), clock.instant());
            }
        } else {
            request.getRequestDispatcher("/s/busy").forward(request, response);
        }
    }
}
