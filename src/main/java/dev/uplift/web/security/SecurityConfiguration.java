package dev.uplift.web.security;

import dev.uplift.identity.Account;
import dev.uplift.identity.Accounts;
import dev.uplift.identity.ApiKeys;
import dev.uplift.identity.Role;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The four ways in: files, customers, programs with a key, people with a session. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] FILES = {
        "/base.css",
        "/uplift.css",
        "/app.js",
        "/desk.js",
        "/icons.svg",
        "/favicon.svg",
        "/fonts/**",
        "/customer/**",
        "/schema/**"
    };
    private static final String[] CUSTOMERS = {"/s/**", "/u/**", "/hooks/**", "/2010-04-01/**"};

    /** Time that passes, not the time of day: a simulated day must neither open nor shut the door. */
    private static final InstantSource STOPWATCH = () -> Instant.EPOCH.plusNanos(System.nanoTime());

    private final RequestMatcher api = path("/api/**");
    private final LoginThrottle throttle = new LoginThrottle();

    @Bean
    @Order(1)
    SecurityFilterChain files(HttpSecurity http) {
        return open(http, FILES).headers(Headers::strictButKept).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain customers(HttpSecurity http) {
        return open(http, CUSTOMERS)
                .headers(Headers::strict)
                .addFilterBefore(new LinkThrottleFilter(STOPWATCH), UsernamePasswordAuthenticationFilter.class)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain programs(HttpSecurity http, ApiKeys keys) {
        return stateless(http.securityMatcher(ApiKeyFilter::carriesKey))
                .headers(Headers::strict)
                .authorizeHttpRequests(Access::rules)
                .addFilterBefore(new ApiKeyFilter(keys), UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(new Refusals(api)))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain people(HttpSecurity http) {
        var logIn = path(HttpMethod.POST, "/login");
        var guard = new LoginThrottleFilter(throttle, STOPWATCH, logIn);
        return http.headers(Headers::strict)
                .authorizeHttpRequests(Access::rules)
                .formLogin(this::logIn)
                .logout(logout -> logout.logoutSuccessUrl("/login?bye"))
                .addFilterBefore(guard, UsernamePasswordAuthenticationFilter.class)
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(new Refusals(api))
                        .defaultAuthenticationEntryPointFor(
                                (request, response, missing) -> Problems.unauthorized(
                                        response, "Send your API key in the header Authorization: Bearer KEY."),
                                api)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), request -> true))
                .build();
    }

    /** The only way to check a password; an unknown name costs as much time as a wrong password. */
    @Bean
    AuthenticationProvider members(Accounts accounts) {
        var provider = new DaoAuthenticationProvider(name -> accounts.find(name)
                .map(SecurityConfiguration::member)
                .orElseThrow(() -> new UsernameNotFoundException("There is no such account")));
        provider.setPasswordEncoder(accounts.encoder());
        return provider;
    }

    @Bean
    CookieSameSiteSupplier sameSite() {
        return CookieSameSiteSupplier.ofLax();
    }

    private void logIn(FormLoginConfigurer<HttpSecurity> form) {
        form.loginPage("/login").failureUrl("/login?error").successHandler(welcome());
    }

    private AuthenticationSuccessHandler welcome() {
        var desk = onward("/cases");
        var others = onward("/campaigns");
        return (request, response, member) -> {
            throttle.succeeded(member.getName(), request.getRemoteAddr());
            var follows = Access.actor(member).role() == Role.AGENT;
            (follows ? desk : others).onAuthenticationSuccess(request, response, member);
        };
    }

    /** To the page that was asked for before the log-in, else to this one. */
    private static AuthenticationSuccessHandler onward(String address) {
        var onward = new SavedRequestAwareAuthenticationSuccessHandler();
        onward.setDefaultTargetUrl(address);
        return onward;
    }

    private static UserDetails member(Account account) {
        return new User(account.name(), account.passwordHash(), Authorities.of(account.role()));
    }

    private static HttpSecurity open(HttpSecurity http, String... paths) {
        return stateless(http.securityMatcher(paths))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return http.csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }
}
