package dev.uplift.campaign;

import dev.uplift.audience.Rule;
import dev.uplift.audience.TestSegments;
import dev.uplift.identity.AuditLog;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Metric;
import dev.uplift.platform.TestDatabase;
import dev.uplift.survey.DefinitionFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Campaigns built by hand: everybody is in the audience, and a few templates and surveys exist. */
public final class TestCampaigns {

    static final Rule EVERYBODY = new Rule.All(List.of());

    static final References REFERENCES = new References(
            () -> Set.of("letter", "mail-only", "nps-service", "csat-service"),
            key -> key.equals("mail-only") ? Set.of(Medium.EMAIL) : Set.of(Medium.EMAIL, Medium.SMS),
            key -> Set.of("b"),
            () -> Map.of("nps-service", Metric.NPS, "csat-service", Metric.CSAT),
            () -> Set.of("csat-service"),
            () -> Set.of("service-desk"));

    private TestCampaigns() {}

    /** The audiences of a database. */
    public static Audiences audiences(JdbcClient jdbc) {
        return new Audiences(TestSegments.in(jdbc));
    }

    /** The campaigns of a database. */
    public static Campaigns in(JdbcClient jdbc, Path folder) {
        var versions = new Versions(jdbc);
        var definitions = new Definitions(
                versions, new CampaignReader(node -> EVERYBODY), REFERENCES, ZoneId.of("Europe/Berlin"));
        var audit = new AuditLog(jdbc, new DataSourceTransactionManager(TestDatabase.source()), Clock.systemUTC());
        return new Campaigns(
                versions,
                definitions,
                new Lifecycle(jdbc, audit),
                new Runs(jdbc),
                new CampaignFolder(new DefinitionFolder(folder, "campaigns"), versions, definitions),
                audit);
    }
}
