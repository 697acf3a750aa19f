package dev.uplift.campaign;

import dev.uplift.audience.Segments;
import dev.uplift.message.Templates;
import dev.uplift.platform.Content;
import dev.uplift.platform.UpliftClock;
import dev.uplift.platform.UpliftSettings;
import dev.uplift.survey.DefinitionFolder;
import dev.uplift.survey.Surveys;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.Pollers;

/** Joins campaigns with what they name, and reads their folder at start and whenever it changes. */
@Configuration(proxyBeanMethods = false)
class CampaignConfiguration {

    private static final Duration LOOK = Duration.ofSeconds(2);

    @Bean
    References campaignReferences(Templates templates, Surveys surveys, Content content) {
        var desks = new DefinitionFolder(content.campaigns().resolve("desks"), "campaigns/desks");
        return new References(
                templates::keys,
                templates::channels,
                templates::variants,
                surveys::metrics,
                surveys::anonymous,
                desks::keys);
    }

    @Bean
    Definitions campaignDefinitions(
            Versions versions, Segments segments, References references, UpliftSettings settings) {
        var company = ZoneId.of(settings.company().zone());
        return new Definitions(versions, new CampaignReader(segments::parse), references, company);
    }

    @Bean
    CampaignFolder campaignFolder(Content content, Versions versions, Definitions definitions) {
        return new CampaignFolder(new DefinitionFolder(content.campaigns(), "campaigns"), versions, definitions);
    }

    @Bean
    CampaignReload campaignReload(
            Content content,
            UpliftClock clock,
            Templates templates,
            Surveys surveys,
            Campaigns campaigns,
            ApplicationEventPublisher others) {
        var watch = new FolderWatch(content.templates(), content.campaigns());
        return new CampaignReload(watch, clock, templates, surveys, campaigns, others);
    }

    /** The campaigns are there before the first request is served. */
    @Bean
    SmartInitializingSingleton campaignsAtStart(CampaignReload reload) {
        return reload::atStart;
    }

    @Bean
    IntegrationFlow campaignReloading(CampaignReload reload) {
        return IntegrationFlow.fromSupplier(reload::changes, source -> source.poller(Pollers.fixedDelay(LOOK)))
                .handle(message -> reload.now())
                .get();
    }
}
