package dev.uplift.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.audience.Segments;
import dev.uplift.identity.Actor;
import dev.uplift.identity.AuditLog;
import dev.uplift.message.Templates;
import dev.uplift.platform.Content;
import dev.uplift.platform.ContentChanged;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.TestSecrets;
import dev.uplift.platform.UpliftClock;
import dev.uplift.survey.Surveys;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The campaigns that come with the product, joined with the real templates, surveys and segment rules. */
class ShippedCampaignsTests {

    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

    private final AnnotationConfigApplicationContext context = start(TestDatabase.empty());
    private final Campaigns campaigns = context.getBean(Campaigns.class);

    @Configuration(proxyBeanMethods = false)
    @EnableIntegration
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Wiring {}

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void areThereAfterTheStartWithoutProblems() {
        assertThat(campaigns.problems()).isEmpty();
        assertThat(campaigns.list())
                .extracting(CampaignStatus::key)
                .containsExactlyInAnyOrder("detractor-win-back", "instalment-explained", "yearly-relationship");
    }

    @Test
    void tellOtherModulesWhenTheyWereReadAgain() {
        var heard = new ArrayList<Object>();
        context.addApplicationListener(ApplicationListener.<ContentChanged>forPayload(heard::add));

        context.getBean(CampaignReload.class).now();

        assertThat(heard).hasAtLeastOneElementOfType(ContentChanged.class);
    }

    @Test
    void holdBackOnlyWhereSomethingIsSent() {
        assertThat(campaigns.find("instalment-explained").orElseThrow().holdOut())
                .isEqualTo(0.25);
        assertThat(campaigns.find("detractor-win-back").orElseThrow().holdOut()).isEqualTo(0.3);
        assertThat(campaigns.find("yearly-relationship").orElseThrow().holdOut())
                .isZero();
    }

    @Test
    void canAllBeLaunched() {
        campaigns.list().forEach(status -> campaigns.launch(status.key(), Actor.UPLIFT, NOW));

        assertThat(campaigns.due(NOW))
                .extracting(Run::campaign)
                .containsExactlyInAnyOrder("detractor-win-back", "instalment-explained");
        assertThat(campaigns.status("yearly-relationship").orElseThrow().nextRunAt())
                .isEqualTo("2027-05-11T08:00:00Z");
    }

    @Test
    void areNotReadAgainWhileTheClockSimulates() {
        var reload = context.getBean(CampaignReload.class);

        context.getBean(UpliftClock.class).simulate(NOW);

        assertThat(reload.changes()).isNull();
    }

    private static AnnotationConfigApplicationContext start(JdbcClient jdbc) {
        var context = new AnnotationConfigApplicationContext();
        var given = context.getBeanFactory();
        given.registerSingleton("settings", TestSecrets.settingsOfTheDefaultCompany());
        given.registerSingleton("secrets", TestSecrets.secrets());
        given.registerSingleton("jdbc", jdbc);
        given.registerSingleton("transactions", new DataSourceTransactionManager(TestDatabase.source()));
        context.register(
                Wiring.class, UpliftClock.class, Content.class, Segments.class, Templates.class, Surveys.class);
        context.register(
                AuditLog.class,
                Versions.class,
                Lifecycle.class,
                Runs.class,
                Campaigns.class,
                CampaignConfiguration.class);
        context.refresh();
        return context;
    }
}
