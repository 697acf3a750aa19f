package dev.uplift.web.security;

import dev.uplift.identity.Actor;
import dev.uplift.identity.Role;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.Authentication;

/** Which role may do what; the only place that says so, for addresses and for what pages offer. */
public enum Access {
    /** Change anything: launch, pause, resume and cancel campaigns, load customers and events. */
    OPERATE(Role.ADMIN, Role.MARKETER),
    /** See plans and reports. */
    MEASURE(Role.ADMIN, Role.MARKETER, Role.MANAGER),
    /** Try again what failed. */
    RETRY(Role.ADMIN, Role.MARKETER, Role.MANAGER),
    /** Agree to what somebody else has asked for, take the risk of a second copy, and end a hold. */
    APPROVE(Role.ADMIN, Role.MANAGER),
    /** Follow up cases. */
    FOLLOW_UP(Role.ADMIN, Role.AGENT, Role.MANAGER),
    /** Know which customer gave an answer; marketers read what was said, but not who said it. */
    KNOW_CUSTOMERS(Role.ADMIN, Role.AGENT, Role.MANAGER),
    /** Delete people, hold all sending, look inside the process and at what programs do to surveys. */
    ADMINISTER(Role.ADMIN);

    @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf gives an immutable set, its type does not say so
    private final Set<Role> roles;

    Access(Role first, Role... others) {
        this.roles = Set.copyOf(EnumSet.of(first, others));
    }

    /** Whether somebody may. */
    public boolean allows(Actor actor) {
        return roles.contains(actor.role());
    }

    /** Who is logged in, whether by session or by API key. */
    public static Actor actor(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .map(authority -> authority.getAuthority())
                .filter(authority -> authority != null && authority.startsWith(Authorities.PREFIX))
                .map(authority -> new Actor(
                        authentication.getName(), Role.valueOf(authority.substring(Authorities.PREFIX.length()))))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The caller has no role"));
    }

    static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers("/login", "/login/throttled", "/error").permitAll();
        requests.requestMatchers(HttpMethod.POST, "/logout", "/demo/**").authenticated();
        requests.requestMatchers("/actuator/health", "/actuator/health/**").permitAll();
        requests.requestMatchers("/actuator/**").hasAnyRole(ADMINISTER.names());
        requests.requestMatchers(HttpMethod.DELETE, "/**").hasAnyRole(ADMINISTER.names());
        requests.requestMatchers(
                        "/campaigns/*/plan",
                        "/api/campaigns/*/plan",
                        "/api/campaigns/*/report",
                        "/reports",
                        "/api/reports",
                        "/insights",
                        "/insights/renew",
                        "/api/benchmarks",
                        "/goals",
                        "/api/goals/**")
                .hasAnyRole(MEASURE.names());
        requests.requestMatchers(
                        "/campaigns/*/report",
                        "/campaigns/*/decisions",
                        "/api/campaigns/*/report.xlsx",
                        "/api/campaigns/*/report.csv",
                        "/api/campaigns/*/looks/**",
                        "/api/campaigns/*/decisions",
                        "/api/campaigns/*/simulate")
                .hasAnyRole(MEASURE.names());
        requests.requestMatchers(HttpMethod.POST, "/api/segments/count").hasAnyRole(MEASURE.names());
        requests.requestMatchers(
                        HttpMethod.POST,
                        "/campaigns/*/unknown/*/resend/approve",
                        "/api/campaigns/*/unknown/*/resend/approve",
                        "/sending/release",
                        "/api/sending/release")
                .hasAnyRole(APPROVE.names());
        requests.requestMatchers(HttpMethod.POST, "/campaigns/*/retry-failed", "/api/campaigns/*/retry-failed")
                .hasAnyRole(RETRY.names());
        requests.requestMatchers("/cases/effect", "/api/cases/effect").authenticated();
        requests.requestMatchers(
                        HttpMethod.POST,
                        "/improvements/*/decide",
                        "/improvements/*/change",
                        "/api/improvements/*/decide")
                .hasAnyRole(APPROVE.names());
        requests.requestMatchers("/improvements/**", "/api/improvements/**", "/alerts/**", "/api/alerts/**")
                .authenticated();
        requests.requestMatchers("/api/cases/**", "/cases/**").hasAnyRole(FOLLOW_UP.names());
        requests.requestMatchers("/false-answers", "/api/false-answers").hasAnyRole(ADMINISTER.names());
        requests.requestMatchers("/answers/tags", "/api/answers/tags").hasAnyRole(MEASURE.names());
        requests.requestMatchers("/webhooks/**", "/api/webhooks/**").hasAnyRole(ADMINISTER.names());
        requests.requestMatchers(HttpMethod.POST, "/api/sending/hold").hasAnyRole(ADMINISTER.names());
        requests.requestMatchers(HttpMethod.GET, "/**").authenticated();
        requests.requestMatchers(HttpMethod.HEAD, "/**").authenticated();
        requests.anyRequest().hasAnyRole(OPERATE.names());
    }

    private String[] names() {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }
}
