package dev.uplift.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stops a log-in before the password is checked when there were too many tries. */
class LoginThrottleFilter extends OncePerRequestFilter {

    private final LoginThrottle throttle;
    private final InstantSource clock;
    private final RequestMatcher logIn;

    LoginThrottleFilter(LoginThrottle throttle, InstantSource clock, RequestMatcher logIn) {
        this.throttle = throttle;
        this.clock = clock;
        this.logIn = logIn;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !logIn.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var name = Objects.requireNonNullElse(request.getParameter("username"), "");
        if (throttle.admits(name, request.getRemoteAddr(), clock.instant())) {
            chain.doFilter(request, response);
        } else {
            request.getRequestDispatcher("/login/throttled").forward(request, response);
        }
    }
}
