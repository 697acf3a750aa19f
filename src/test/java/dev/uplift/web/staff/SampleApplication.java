package dev.uplift.web.staff;

import dev.uplift.audience.ConsentSink;
import dev.uplift.campaign.CampaignStatus.State;
import dev.uplift.campaign.Campaigns;
import dev.uplift.campaign.TestCampaigns;
import dev.uplift.channel.ChannelSettings;
import dev.uplift.delivery.Holds;
import dev.uplift.identity.Accounts;
import dev.uplift.identity.ApiKeys;
import dev.uplift.identity.AuditLog;
import dev.uplift.impact.Analyses;
import dev.uplift.platform.Content;
import dev.uplift.platform.Secrets;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.UpliftClock;
import dev.uplift.platform.UpliftSettings;
import dev.uplift.platform.database.Patience;
import dev.uplift.survey.Surveys;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The staff pages and their doors without the engine behind them: sample content, real accounts. */
@TestComponent
@SpringBootConfiguration
@EnableAutoConfiguration(
        exclude = {FlywayAutoConfiguration.class, QuartzAutoConfiguration.class, IntegrationAutoConfiguration.class})
@EnableConfigurationProperties({UpliftSettings.class, ChannelSettings.class})
@ComponentScan(
        basePackages = {
            "dev.uplift.web.security",
            "dev.uplift.impact.insights",
            "dev.uplift.strategy",
            "dev.uplift.audience",
            "dev.uplift.followup"
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
    Analyses.class,
    Surveys.class,
    Content.class,
    Secrets.class,
    Patience.class,
    SampleApplication.SamplePages.class,
    SampleApplication.Echo.class
})
public class SampleApplication {

    @Bean
    DataSource dataSource() {
        return TestDatabase.source();
    }

    @Bean
    Campaigns campaigns(JdbcClient jdbc) {
        return TestCampaigns.in(jdbc, Path.of("target"));
    }

    /** The sample customers declare no consents, and no page here asks for any. */
    @Bean
    ConsentSink consents() {
        return declared -> {};
    }

    /** The pages with sample content. */
    @Controller
    static class SamplePages {

        @GetMapping("/campaigns")
        String list(@RequestParam(defaultValue = "") String state, Locale locale, Model model) {
            var wording = Samples.wording(locale);
            var list = CampaignList.of(state, "");
            var all = List.of(Samples.STATUS);
            model.addAttribute("states", list.states(all, wording));
            model.addAttribute("sorts", list.sorts(wording));
            model.addAttribute("rows", list.state() == State.CANCELLED ? List.of() : Samples.rows(wording));
            model.addAttribute("faults", ReportSamples.faults());
            model.addAttribute("measures", true);
            return "staff/campaigns";
        }

        @GetMapping("/campaigns/{key}")
        String campaign(
                @PathVariable String key,
                @RequestParam(defaultValue = "") String customer,
                Locale locale,
                Model model) {
            var wording = Samples.wording(locale);
            var recipient = customer.isEmpty() ? RecipientCard.EMPTY : Samples.recipient(wording);
            model.addAttribute("page", Samples.page(wording, recipient));
            return "staff/campaign";
        }

        @GetMapping("/campaigns/{key}/delivery")
        String delivery(@PathVariable String key, Locale locale, Model model) {
            model.addAttribute("key", key);
            model.addAttribute(
                    "delivery", DeliveryCard.of(Samples.PROGRESS, State.LAUNCHED, 0.25, Samples.wording(locale)));
            return "staff/delivery";
        }

        @GetMapping("/campaigns/{key}/unknown")
        String unknown(@PathVariable String key, Locale locale, Model model) {
            model.addAttribute("page", Samples.unknown(Samples.wording(locale)));
            return "staff/unknown";
        }

        @GetMapping("/campaigns/{key}/plan")
        String plan(
                @PathVariable String key,
                @RequestParam(required = false) @Nullable String effect,
                Locale locale,
                Model model) {
            var form = new TrialForm(effect, null, null);
            model.addAttribute("page", Samples.plan(form, Samples.wording(locale)));
            return "staff/plan";
        }

        @GetMapping("/campaigns/{key}/report")
        String report(
                @PathVariable String key, @RequestParam(defaultValue = "") String which, Locale locale, Model model) {
            model.addAttribute("page", ReportSamples.page(which, Samples.wording(locale)));
            return "staff/report";
        }

        @GetMapping("/reports")
        String reports(@RequestParam(defaultValue = "") String which, Locale locale, Model model) {
            model.addAttribute("page", ReportSamples.reports(which, Samples.wording(locale)));
            return "staff/reports";
        }

        @GetMapping("/campaigns/{key}/sends")
        String sends(@PathVariable String key, Locale locale, Model model) {
            model.addAttribute("page", ReportSamples.sends(Samples.wording(locale)));
            return "staff/sends";
        }

        @GetMapping("/campaigns/broken")
        String broken() {
            throw new IllegalStateException("secret detail");
        }
    }

    /** Answers at one address of every kind, so that only the doors decide. */
    @Controller
    @ResponseBody
    static class Echo {

        @GetMapping({
            "/s/{token}",
            "/u/{token}",
            "/api/campaigns",
            "/api/campaigns/{key}/report",
            "/api/benchmarks",
            "/api/reports",
            "/api/goals",
            "/api/goals/{key}",
            "/api/campaigns/{key}/report.xlsx",
            "/api/campaigns/{key}/report.csv",
            "/api/campaigns/{key}/looks",
            "/api/campaigns/{key}/looks/{id}",
            "/api/campaigns/{key}/decisions",
            "/demo/inbox"
        })
        String read() {
            return "read";
        }

        @PostMapping({
            "/s/{token}",
            "/u/{token}",
            "/hooks/twilio/inbound",
            "/2010-04-01/Accounts/{sid}/Messages.json",
            "/api/customers",
            "/api/campaigns/{key}/plan",
            "/api/campaigns/{key}/decisions",
            "/api/campaigns/{key}/simulate",
            "/campaigns/{key}/decisions",
            "/campaigns/{key}/pause",
            "/campaigns/{key}/unknown/{send}/resend",
            "/campaigns/{key}/unknown/{send}/resend/approve",
            "/api/campaigns/{key}/unknown/{send}/settle",
            "/api/campaigns/{key}/unknown/{send}/resend/approve",
            "/campaigns/{key}/retry-failed",
            "/api/campaigns/{key}/retry-failed",
            "/api/campaigns/{key}/send-rest",
            "/api/benchmarks",
            "/sending/release",
            "/api/sending/release",
            "/api/sending/hold",
            "/demo/phone"
        })
        String write() {
            return "written";
        }

        @RequestMapping("/api/customers/{id}")
        String customer() {
            return "customer";
        }
    }
}
