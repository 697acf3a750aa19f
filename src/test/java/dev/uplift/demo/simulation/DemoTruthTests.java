package dev.uplift.demo.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.audience.Customers;
import dev.uplift.demo.company.Population;
import dev.uplift.demo.company.TrueEffect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole product against a known truth: a hundred small companies, each with a campaign and a report of its own. */
@DirtiesContext
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "uplift.demo=false")
class DemoTruthTests {

    private static final int COMPANIES = 100;
    private static final int CUSTOMERS = 60;
    private static final double SHIFT = 0.8;
    private static final Instant FROM = Instant.parse("2026-06-01T06:00:00Z");

    @Autowired
    private Simulation simulation;

    @Autowired
    private Customers customers;

    @Autowired
    private Launches launches;

    @Autowired
    private Summary summary;

    @DynamicPropertySource
    static void inAHomeOfItsOwn(DynamicPropertyRegistry properties) {
        properties.add(
                "uplift.home", () -> "target/truth-" + ProcessHandle.current().pid());
    }

    @Test
    void reportContainsTheTrueEffectInAtLeastNinetyOfAHundredCompanies() {
        var story = story();

        simulation.live(story, now -> {});
        var covered = new ArrayList<String>();
        for (var effect : story.effects()) {
            var truth = summary.truth(effect, story);
            var difference = summary.report(effect.campaign(), story.until()).difference();
            if (difference != null && difference.low() <= truth && truth <= difference.high()) {
                covered.add(effect.campaign());
            }
        }

        assertThat(covered).hasSizeBetween(90, COMPANIES);
    }

    private Story story() {
        var companies =
                IntStream.range(0, COMPANIES).mapToObj("company-%d"::formatted).toList();
        var population = Population.of(7, companies, CUSTOMERS);
        var effects = companies.stream()
                .map(company -> new TrueEffect(company, SHIFT))
                .toList();
        return new Story(
                7,
                population,
                effects,
                List.of(
                        new Act(FROM, "customers", () -> arrive(population)),
                        new Act(FROM.plus(Duration.ofHours(1)), "campaigns", () -> launch(companies))),
                FROM,
                FROM.plus(Duration.ofDays(16)));
    }

    private void arrive(Population population) {
        var result = customers.upsert(
                population.persons().stream().map(person -> person.input(FROM)).iterator(), FROM);
        assertThat(result.rejected()).isEmpty();
    }

    private void launch(List<String> companies) {
        companies.forEach(company -> launches.launch(company, campaign(company), FROM.plus(Duration.ofHours(1))));
    }

    private static String campaign(String company) {
        return """
                name: Explained to %1$s
                purpose: service
                goal: { metric: nps, worth: 5 }
                audience: { attribute: company, is: %1$s }
                hold-out: 50%%
                channels: [email]
                steps:
                  - send: saving-tips
                  - survey: nps-annual-bill
                    after: 7d
                """.formatted(company);
    }
}
