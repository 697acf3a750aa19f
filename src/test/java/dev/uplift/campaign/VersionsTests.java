package dev.uplift.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uplift.identity.Actor;
import dev.uplift.identity.Role;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import dev.uplift.platform.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class VersionsTests {

    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
    private static final Actor MARIA = new Actor("maria", Role.MARKETER);
    private static final String TEXT = """
            name: Letter
            purpose: service
            audience: { attribute: product }
            steps: [{ send: letter }]
            """;

    private final JdbcClient jdbc = TestDatabase.empty();

    @TempDir
    private Path folder;

    @Test
    void makesAVersionOfEachChangeOnly() {
        var campaigns = campaigns();

        assertThat(campaigns.save("letter", TEXT, MARIA, NOW).version()).isEqualTo(1);
        assertThat(campaigns.save("letter", TEXT, MARIA, NOW).version()).isEqualTo(1);
        assertThat(campaigns
                        .save("letter", TEXT + "owner: billing\n", MARIA, NOW)
                        .version())
                .isEqualTo(2);
        assertThat(campaigns.save("letter", TEXT, MARIA, NOW).version()).isEqualTo(3);

        assertThat(campaigns.source("letter")).contains(TEXT);
        assertThat(campaigns.find("letter").orElseThrow().owner()).isNull();
        assertThat(audited()).isEqualTo(3);
    }

    @Test
    void storesNothingWrong() {
        assertThatThrownBy(() -> campaigns().save("letter", TEXT + "pase: 3/min\n", MARIA, NOW))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("campaigns/letter.yaml:5:1: Unknown key 'pase'. Did you mean 'pace'?");
        assertThat(campaigns().list()).isEmpty();
    }

    @Test
    void refusesKeysThatCannotBeFileNames() {
        assertThat(campaigns().check("../letter", TEXT))
                .singleElement()
                .extracting(Problem::remedy)
                .isEqualTo("Use lower-case letters, digits and hyphens.");
    }

    @Test
    void givesTwoWritersOfOneTextTheSameVersion() {
        var campaigns = campaigns();

        IntStream.range(0, 20).parallel().forEach(i -> new Versions(jdbc).save("letter", TEXT, MARIA, NOW));

        assertThat(campaigns.find("letter").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void takesTheFolderOverAndLeavesBrokenFilesOut() throws IOException {
        write("letter", TEXT);
        write("broken", "name: [");
        var campaigns = campaigns();

        campaigns.reload(NOW);

        assertThat(campaigns.list()).extracting(CampaignStatus::key).containsExactly("letter");
        assertThat(campaigns.problems())
                .singleElement()
                .extracting(Problem::where)
                .isEqualTo("campaigns/broken.yaml");
    }

    @Test
    void keepsWhatWasSavedUntilTheFileChanges() throws IOException {
        write("letter", TEXT);
        var campaigns = campaigns();
        campaigns.reload(NOW);
        campaigns.save("letter", TEXT.replace("Letter", "Saved"), MARIA, NOW);

        campaigns.reload(NOW);
        var kept = campaigns.find("letter").orElseThrow();
        write("letter", TEXT.replace("Letter", "From the file"));
        campaigns.reload(NOW);

        assertThat(kept.name()).isEqualTo("Saved");
        assertThat(campaigns.find("letter").orElseThrow().name()).isEqualTo("From the file");
        assertThat(campaigns.find("letter").orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void noticesChangesOfTheFolder() throws IOException {
        var watch = new FolderWatch(folder);

        assertThat(watch.changed()).isNull();
        write("letter", TEXT);
        assertThat(watch.changed()).isNotNull();
        assertThat(watch.changed()).isNull();
        Files.delete(folder.resolve("letter.yaml"));
        assertThat(watch.changed()).isNotNull();
    }

    private Campaigns campaigns() {
        return TestCampaigns.in(jdbc, folder);
    }

    private void write(String key, String text) throws IOException {
        Files.writeString(folder.resolve(key + ".yaml"), text);
    }

    private long audited() {
        return jdbc.sql("select count(*) from identity.audit where action = 'campaign.save' and actor = 'maria'")
                .query(Long.class)
                .single();
    }
}
