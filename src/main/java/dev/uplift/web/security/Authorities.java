package dev.uplift.web.security;

import dev.uplift.identity.Role;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A role as Spring Security knows it. */
final class Authorities {

    static final String PREFIX = "ROLE_";

    private Authorities() {}

    static List<GrantedAuthority> of(Role role) {
        return List.of(new SimpleGrantedAuthority(PREFIX + role.name()));
    }
}
