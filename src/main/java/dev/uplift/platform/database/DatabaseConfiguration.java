package dev.uplift.platform.database;

import dev.uplift.platform.UpliftSettings;
import java.io.IOException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Offers the database of our own to Spring Boot, whose pool, migrations and scheduler all follow. */
@Configuration(proxyBeanMethods = false)
@Conditional(NoExternalDatabase.class)
class DatabaseConfiguration {

    @Bean
    HomeLock homeLock(UpliftSettings settings) throws IOException {
        return HomeLock.on(settings.home());
    }

    /** Only with the lock in hand: a server that is still there was left behind, and may be ended. */
    @Bean
    EmbeddedPostgres embeddedPostgres(UpliftSettings settings, HomeLock lock) {
        return EmbeddedPostgres.start(settings.home().resolve("postgres"));
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedPostgres server) {
        return new EmbeddedConnection(server.url(), server.user(), server.password());
    }
}
