package dev.uplift.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uplift.identity.Actor;
import dev.uplift.identity.Role;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

class ActorsTests {

    @Test
    void takesNameAndRoleFromWhoIsSignedIn() {
        assertThat(new Actors().of(signedIn("SCOPE_api", "ROLE_MARKETER")))
                .isEqualTo(new Actor("marta", Role.MARKETER));
    }

    @Test
    void refusesSomebodyWithoutARole() {
        assertThatThrownBy(() -> new Actors().of(signedIn("SCOPE_api"))).isInstanceOf(AccessDeniedException.class);
    }

    private static UsernamePasswordAuthenticationToken signedIn(String... authorities) {
        return new UsernamePasswordAuthenticationToken("marta", "", AuthorityUtils.createAuthorityList(authorities));
    }
}
