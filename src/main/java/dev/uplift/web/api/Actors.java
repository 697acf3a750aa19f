package dev.uplift.web.api;

import dev.uplift.identity.Actor;
import dev.uplift.identity.Role;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** Turns who is signed in into who acts. */
@Component
class Actors {

    /** The actor; throws {@link AccessDeniedException} for somebody without a role of ours. */
    Actor of(Authentication authentication) {
        var role = Stream.of(Role.values())
                .filter(candidate -> has(authentication, "ROLE_" + candidate.name()))
                .findFirst();
        return Optional.of(authentication.getName())
                .flatMap(name -> role.map(known -> new Actor(name, known)))
                .orElseThrow(() -> new AccessDeniedException("This account has no role"));
    }

    private static boolean has(Authentication authentication, String authority) {
        return authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(authority::equals);
    }
}
