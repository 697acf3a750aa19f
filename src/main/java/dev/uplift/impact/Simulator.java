package dev.uplift.impact;

import dev.uplift.campaign.Campaign;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs a campaign's measurement in simulated worlds, through the very analysis that judges the real one. */
@Component
public class Simulator {

    private static final List<Integer> DAYS = List.of(1, 2, 4, 7, 10, 14);

    private static final Report.Method METHOD = new Report.Method(Analysis.ENGINE, "", "");

    private final Plans plans;

    Simulator(Plans plans) {
        this.plans = plans;
    }

    /** Tries the campaign as it is defined, on people who know nothing of each other; takes a second or two. */
    public Outlook simulate(Campaign campaign, Assumption assumption, Instant now) {
        return simulate(plans.proposed(campaign, 0, now), assumption);
    }

    static Outlook simulate(MeasurementPlan proposed, Assumption assumption) {
        var last = DAYS.get(DAYS.size() - 1);
        var askedAt = proposed.readOutAt().minus(Duration.ofDays(last));
        var plan = proposed.simplified().locked(Math.round(assumption.people() * assumption.answerRate()), askedAt);
        var rates = new World.Rates(proposed.asks(), assumption);
        var chance = new SplittableRandom(assumption.seed());
        var reports = new ArrayList<List<Report>>();
        for (var world = 0; world < assumption.worlds(); world++) {
            var here = new World(assumption, rates, plan, askedAt, chance.split());
            reports.add(DAYS.stream()
                    .map(day -> new Analysis(here.at(askedAt.plus(Duration.ofDays(day)))).report(METHOD))
                    .toList());
        }
        return outlook(assumption, reports);
    }

    private static Outlook outlook(Assumption assumption, List<List<Report>> worlds) {
        var looks = new ArrayList<Outlook.Look>();
        for (var look = 0; look < DAYS.size(); look++) {
            var place = look;
            looks.add(look(
                    DAYS.get(look),
                    worlds.stream().map(world -> world.get(place)).toList()));
        }
        var last = worlds.stream().map(world -> world.get(world.size() - 1)).toList();
        var shown = last.stream()
                .map(Report::difference)
                .filter(difference -> difference != null)
                .toList();
        return new Outlook(
                assumption,
                looks,
                mean(shown.stream().map(Report.Difference::points).toList()),
                mean(shown.stream()
                        .map(range ->
                                range.low() <= assumption.effect() && assumption.effect() <= range.high() ? 1.0 : 0)
                        .toList()),
                mean(last.stream()
                        .map(Report::naive)
                        .filter(naive -> naive != null)
                        .map(Report.Naive::points)
                        .toList()),
                last.get(0).verdict().text());
    }

    private static Outlook.Look look(long day, List<Report> reports) {
        Map<String, Double> codes = reports.stream()
                .collect(Collectors.groupingBy(
                        report -> report.verdict().code(),
                        TreeMap::new,
                        Collectors.summingDouble(report -> 1.0 / reports.size())));
        codes.replaceAll((code, share) -> Rounded.of(share));
        return new Outlook.Look(
                day,
                Rounded.of(reports.stream()
                        .mapToLong(report -> report.look().answers())
                        .average()
                        .orElse(0)),
                codes);
    }

    private static @Nullable Double mean(List<Double> numbers) {
        return numbers.isEmpty()
                ? null
                : (Double) Rounded.of(numbers.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow());
    }
}
