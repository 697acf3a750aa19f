package dev.uplift.web.staff;

import dev.uplift.alert.Notices;
import dev.uplift.alert.TestAlerts;
import dev.uplift.audience.ConsentSink;
import dev.uplift.campaign.Campaigns;
import dev.uplift.campaign.TestCampaigns;
import dev.uplift.channel.ChannelSettings;
import dev.uplift.delivery.Holds;
import dev.uplift.identity.Accounts;
import dev.uplift.identity.ApiKeys;
import dev.uplift.identity.AuditLog;
import dev.uplift.impact.Analyses;
import dev.uplift.impact.CauseShares;
import dev.uplift.impact.FollowUps;
import dev.uplift.impact.FollowedCases;
import dev.uplift.outbox.WebhookSettings;
import dev.uplift.platform.Content;
import dev.uplift.platform.Secrets;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.UpliftClock;
import dev.uplift.platform.UpliftSettings;
import dev.uplift.platform.database.Patience;
import dev.uplift.survey.Sightings;
import dev.uplift.survey.Surveys;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.integration.autoconfigure.IntegrationAutoConfiguration;
import org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The staff pages and their doors without the engine behind them: sample content, real accounts. */
@TestComponent
@SpringBootConfiguration
@EnableAutoConfiguration(
        exclude = {FlywayAutoConfiguration.class, QuartzAutoConfiguration.class, IntegrationAutoConfiguration.class})
@EnableConfigurationProperties({UpliftSettings.class, ChannelSettings.class, WebhookSettings.class})
@ComponentScan(
        basePackages = {
            "dev.uplift.web.security",
            "dev.uplift.impact.insights",
            "dev.uplift.strategy",
            "dev.uplift.audience",
            "dev.uplift.followup",
            "dev.uplift.survey.answers",
            "dev.uplift.outbox",
            "dev.uplift.channel.webhook"
        },
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Import({
    Accounts.class,
    ApiKeys.class,
    PageConfiguration.class,
    PageErrors.class,
    ShellAdvice.class,
    Wordings.class,
    Holds.class,
    AuditLog.class,
    UpliftClock.class,
    LoginController.class,
    InsightsController.class,
    InsightsPages.class,
    GoalsController.class,
    QueueController.class,
    CaseController.class,
    CasePages.class,
    EffectController.class,
    EffectPages.class,
    AnswersController.class,
    TopicsController.class,
    SurveysController.class,
    SurveyController.class,
    SurveyUses.class,
    WebhooksController.class,
    ImprovementController.class,
    AlertController.class,
    ImprovementPages.class,
    CauseShares.class,
    LetterController.class,
    CaseLetters.class,
    CaseAct.class,
    SampleMail.class,
    Analyses.class,
    FalseAnswersController.class,
    Sightings.class,
    Surveys.class,
    Secrets.class,
    Patience.class,
    SamplePages.class,
    Echo.class
})
public class SampleApplication {

    @Bean
    DataSource dataSource() {
        return TestDatabase.source();
    }

    /** A copy, since pages write into it. */
    @Bean
    Content content() {
        return SampleContent.copy();
    }

    @Bean
    Campaigns campaigns(JdbcClient jdbc) {
        return TestCampaigns.in(jdbc, Path.of("target"));
    }

    @Bean
    FollowUps followUps(JdbcClient jdbc, Surveys surveys) {
        return FollowedCases.followUps(jdbc, surveys);
    }

    @Bean
    Notices notices(JdbcClient jdbc, Content content, UpliftSettings settings) {
        return TestAlerts.notices(jdbc, content, settings);
    }

    /** The sample customers declare no consents, and no page here asks for any. */
    @Bean
    ConsentSink consents() {
        return declared -> {};
    }
}
