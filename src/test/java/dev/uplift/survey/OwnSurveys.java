package dev.uplift.survey;

import dev.uplift.platform.Content;
import dev.uplift.platform.CustomerId;
import dev.uplift.platform.RunId;
import dev.uplift.platform.SendId;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.TestSecrets;
import dev.uplift.platform.UpliftSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Surveys in a folder of their own, in an empty database. */
public final class OwnSurveys {

    /** When everybody is invited. */
    public static final Instant NOW = Instant.parse("2026-12-08T09:00:00Z");
    /** A survey of NPS with two reasons. */
    public static final String PLAIN = """
            metric: nps
            kind: transactional
            touchpoint: annual-bill
            occasion: { de: "Anlass", en: "Occasion" }
            reasons: { de: [Preis, Tempo], en: [Price, Speed] }
            """;

    /** The database, emptied. */
    public final JdbcClient jdbc = TestDatabase.empty();
    /** The survey {@code own}. */
    public final Surveys surveys;

    private final Path folder;

    /** A survey of this text in a folder below that one. */
    public OwnSurveys(Path content, String text) {
        folder = content.resolve("campaigns/surveys");
        write(text);
        var properties = new MapConfigurationPropertySource(
                Map.of("uplift.home", content.toString(), "uplift.content", content.toString()));
        var settings =
                new Binder(properties).bind("uplift", UpliftSettings.class).get();
        surveys = new Surveys(jdbc, new Content(settings), TestSecrets.secrets(), settings);
        surveys.reload(NOW);
    }

    /** Replaces the text; to be read again. */
    public void write(String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("own.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The token of a customer who was drawn into the treated arm. */
    public String invited(long customer) {
        var invite = new Invite(
                new SendId(new UUID(7, customer)), new RunId(1), new CustomerId(customer), "own", "de", "treated");
        return Objects.requireNonNull(surveys.invite(List.of(invite), NOW).get(invite.send()));
    }

    /** The only column of the rows. */
    public List<String> texts(String query) {
        return jdbc.sql(query).query(String.class).list();
    }
}
