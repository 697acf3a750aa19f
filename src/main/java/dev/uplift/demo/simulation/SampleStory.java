package dev.uplift.demo.simulation;

import dev.uplift.audience.Customers;
import dev.uplift.audience.Segments;
import dev.uplift.audience.Upserted;
import dev.uplift.delivery.Stages;
import dev.uplift.demo.company.Person;
import dev.uplift.demo.company.Population;
import dev.uplift.demo.company.TrueEffect;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The weeks of Nordwerk Energie: customers, a yearly survey, bills, and two campaigns after them. */
@Component
class SampleStory {

    /** Days before the end at which things happen; between the survey and the bills lies more than a survey's rest. */
    private static final int BEGINS = 75;

    private static final int SURVEYS = 74;
    private static final int BILLS = 42;
    private static final int EXPLAINS = 40;
    private static final int WINS_BACK = 35;

    /** From here on there are answers that the desk of the company cares for. */
    private static final int FOLLOWS_UP = 35;

    /** What the insights tell apart; rules by name. */
    private static final Map<String, String> SEGMENTS = Map.of(
            "electricity", "{attribute: product, is: electricity}",
            "gas", "{attribute: product, is: gas}",
            "high-instalment", "{attribute: monthlyInstalment, at-least: 150}");

    private final Customers customers;
    private final Segments segments;
    private final Launches launches;
    private final Agents agents;
    private final Stages stages;

    SampleStory(Customers customers, Segments segments, Launches launches, Agents agents, Stages stages) {
        this.customers = customers;
        this.segments = segments;
        this.launches = launches;
        this.agents = agents;
        this.stages = stages;
    }

    Story of(long seed, int size, Instant until) {
        var population = Population.of(seed, size);
        var end = until.truncatedTo(ChronoUnit.HOURS);
        var from = end.minus(Duration.ofDays(BEGINS));
        return new Story(
                seed,
                population,
                TrueEffect.SHIPPED,
                Stream.concat(
                                campaigns(population, from, end),
                                Shifts.between(end.minus(Duration.ofDays(FOLLOWS_UP)), end)
                                        .map(at -> new Act(at, "following up", () -> followUp(at, end))))
                        .toList(),
                from,
                end);
    }

    private Stream<Act> campaigns(Population population, Instant from, Instant end) {
        return Stream.of(
                new Act(from, "customers", () -> arrive(population, from)),
                at(end, SURVEYS, "yearly survey", now -> launches.launchShipped("yearly-relationship", now)),
                at(end, BILLS, "bills", now -> bill(population, now)),
                at(end, EXPLAINS, "explanation", now -> launches.launchShipped("instalment-explained", now)),
                at(end, WINS_BACK, "winning back", now -> launches.launchShipped("detractor-win-back", now)));
    }

    /** What has become due since comes to the desk first. */
    private void followUp(Instant now, Instant end) {
        stages.wakeDue(now);
        agents.work(now, end);
    }

    private void arrive(Population population, Instant now) {
        all(customers.upsert(
                population.persons().stream().map(person -> person.input(now)).iterator(), now));
        record(population, person -> person.supportContact(now), now);
        SEGMENTS.forEach((key, rule) -> segments.save(key, rule, now));
    }

    private void bill(Population population, Instant now) {
        record(population, person -> person.bill(now), now);
    }

    private void record(
            Population population,
            java.util.function.Function<Person, Optional<dev.uplift.audience.EventInput>> event,
            Instant now) {
        all(customers.record(
                population.persons().stream()
                        .map(event)
                        .flatMap(Optional::stream)
                        .iterator(),
                now));
    }

    private static void all(Upserted result) {
        if (!result.rejected().isEmpty()) {
            throw new IllegalStateException("The sample company's data were refused, the first because of "
                    + result.rejected().get(0).what());
        }
    }

    private static Act at(Instant end, int daysBefore, String what, java.util.function.Consumer<Instant> deed) {
        var at = end.minus(Duration.ofDays(daysBefore));
        return new Act(at, what, () -> deed.accept(at));
    }
}
