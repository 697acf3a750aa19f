package dev.uplift.strategy;

import dev.uplift.audience.TestSegments;
import dev.uplift.campaign.Campaigns;
import dev.uplift.impact.TestAnalyses;
import dev.uplift.impact.insights.TestInsights;
import dev.uplift.platform.Content;
import dev.uplift.platform.TestSecrets;
import dev.uplift.platform.UpliftSettings;
import dev.uplift.survey.Surveys;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Goals for tests: surveys and promises of a folder, answers and campaigns of a database. */
public final class TestGoals {

    private TestGoals() {}

    /** The goals; the folder holds {@code campaigns/}. */
    public static Goals in(JdbcClient jdbc, Path folder, Campaigns campaigns) {
        return new Goals(promises(jdbc, folder), TestInsights.in(jdbc), campaigns, TestAnalyses.in(jdbc));
    }

    static Promises promises(JdbcClient jdbc, Path folder) {
        var usual = TestSecrets.settingsOfTheDefaultCompany();
        var settings = new UpliftSettings(usual.home(), folder, null, null, null, null, usual.company());
        var content = new Content(settings);
        var surveys = new Surveys(jdbc, content, TestSecrets.secrets(), settings);
        return new Promises(content, surveys, TestSegments.in(jdbc), settings);
    }
}
