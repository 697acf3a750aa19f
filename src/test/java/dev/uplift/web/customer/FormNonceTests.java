package dev.uplift.web.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.Secrets;
import dev.uplift.platform.UpliftSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class FormNonceTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path home;

    private FormNonce nonces;

    @BeforeEach
    void start() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(UpliftSettings.class, () -> settings(home));
            context.register(Secrets.class);
            context.refresh();
            nonces = new FormNonce(context.getBean(Secrets.class));
        }
    }

    @Test
    void isValidForTwoHours() {
        var nonce = nonces.issue("token", NOW);

        assertThat(nonces.valid(nonce, "token", NOW)).isTrue();
        assertThat(nonces.valid(nonce, "token", NOW.plus(Duration.ofHours(2)))).isTrue();
        assertThat(nonces.valid(nonce, "token", NOW.plus(Duration.ofSeconds(7201))))
                .isFalse();
        assertThat(nonces.valid(nonce, "token", NOW.minusSeconds(1))).isFalse();
    }

    @Test
    void belongsToOneToken() {
        assertThat(nonces.valid(nonces.issue("token", NOW), "other", NOW)).isFalse();
    }

    @Test
    void cannotBeForged() {
        var nonce = nonces.issue("token", NOW);

        for (var wrong : List.of("", "x", "%%%", nonce.substring(1), nonce + "AAAA", "A" + nonce.substring(1))) {
            assertThat(nonces.valid(wrong, "token", NOW)).as(wrong).isEqualTo(wrong.equals(nonce));
        }
        assertThat(nonces.valid(null, "token", NOW)).isFalse();
    }

    static UpliftSettings settings(Path home) {
        var properties = new MapConfigurationPropertySource(Map.of("uplift.home", home.toString()));
        return new Binder(properties).bind("uplift", UpliftSettings.class).get();
    }
}
