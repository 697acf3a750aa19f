package dev.uplift.platform.database;

import dev.uplift.platform.UpliftSettings;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Offers the database of our own to Spring Boot, whose pool, migrations and scheduler all follow. */
@Configuration(proxyBeanMethods = false)
@Conditional(NoExternalDatabase.class)
class DatabaseConfiguration {

    private static final Logger log = LoggerFactory.getLogger(DatabaseConfiguration.class);

    @Bean
    HomeLock homeLock(UpliftSettings settings) throws IOException {
        return HomeLock.on(settings.home());
    }

    /** Only with the lock in hand: a server that is still there was left behind, and may be ended. */
    @Bean
    EmbeddedPostgres embeddedPostgres(UpliftSettings settings, HomeLock lock) {
        var folder = settings.home().resolve("postgres");
        log.info("Starting the database in {}", folder);
        return EmbeddedPostgres.start(folder);
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedPostgres server) {
        return new EmbeddedConnection(server.url(), server.user(), server.password());
    }
}
