package dev.uplift.impact.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges hold the truth of thousands of made-up companies as often as they promise. */
class SimulationTests {

    private static final double HOLD_OUT = .2;

    @ParameterizedTest
    @ValueSource(ints = {30, 100, 300, 1000, 3000, 30_000})
    void holdsTheTrueScore(int answers) {
        covers(4000, random -> {
            var company = Company.any(random);
            return Intervals.adjustedWald(company.answers(random, answers, false))
                    .holds(company.score(0));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 100, 300, 1000, 3000, 30_000})
    void holdsTheTrueDifference(int answers) {
        covers(4000, random -> {
            var company = Company.any(random).pushed(.3);
            var treated = company.answers(random, answers, true);
            var holdOut = company.answers(random, answers, false);
            return Effect.adjusted(treated, holdOut).range().holds(company.effect());
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 300, 1000, 10_000})
    void holdsTheTrueDifferenceWithWelch(int answers) {
        covers(4000, random -> {
            var company = Company.any(random).pushed(.3);
            var treated = company.answers(random, answers - answers / 5, true);
            var holdOut = company.answers(random, answers / 5, false);
            return Effect.welch(treated, holdOut).range().holds(company.effect());
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 400, 1000, 3000})
    void holdsTheTrueEffectAdjustedForEarlierAnswers(int answers) {
        covers(3000, random -> {
            var company = Company.any(random).pushed(.3);
            var cells = company.lot(random, answers, HOLD_OUT);
            return Adjustment.lin(cells).effect().range().holds(company.effect());
        });
    }

    @ParameterizedTest
    @CsvSource({"300, .5", "600, .2", "1000, .2", "3000, .2", "30000, .5"})
    void holdsTheTrueEffectWhereTheArmsAnswerUnlikeOften(int invited, double holdOut) {
        var truth = KINDS.stream()
                .mapToDouble(kind -> kind.share() * kind.company().effect())
                .sum();

        covers(3000, random -> {
            var asked = (int) (invited * holdOut);
            var cells = Stream.concat(responses(random, invited - asked, true), responses(random, asked, false));
            return Weighting.of(cells.toList()).effect().range().holds(truth);
        });
    }

    @ParameterizedTest
    @CsvSource({"10, 10", "20, 20", "80, 20", "160, 40", "40, 10"})
    void holdsTheTrueEffectWhereAccountsWereDrawn(int treated, int holdOut) {
        covers(4000, random -> {
            var company = Company.any(random).pushed(.3);
            var clusters = new ArrayList<Cluster>();
            for (var account = 0; account < treated + holdOut; account++) {
                clusters.add(account(random, company, account < treated));
            }
            return Cluster.effect(clusters).range().holds(company.effect());
        });
    }

    /** Two thousand customers of two stable kinds, nobody moved by anything; the detractors are picked, half by lot. */
    @Test
    void doesNotTakeRegressionToTheMeanForAnEffect() {
        var naive = new ArrayList<Double>();
        var byLot = new ArrayList<Double>();

        covers(2000, random -> {
            var detractors = detractors(random, 2000);
            var treated = next(random, detractors.subList(0, detractors.size() / 2));
            var holdOut = next(random, detractors.subList(detractors.size() / 2, detractors.size()));
            naive.add(treated.score() + 100);
            byLot.add(treated.score() - holdOut.score());
            return Effect.adjusted(treated, holdOut).range().holds(0);
        });

        var expected = Vectors.of("TV6_regression_to_mean").get("naiveBeforeAfterDetractors");
        assertThat(mean(naive)).isCloseTo(expected.asDouble(), within(.5));
        assertThat(mean(byLot)).isCloseTo(0, within(.5));
    }

    /** Customers whose kind foretells both whether they answer and what. */
    private record Kind(double share, double treatedRate, double holdOutRate, Company company) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(.5, .6, .5, new Company(.1, .3, 0, .2)),
            new Kind(.3, .4, .35, new Company(.3, .4, 0, .2)),
            new Kind(.2, .15, .3, new Company(.6, .25, 0, .2)));

    private static Stream<ResponseCell> responses(SplittableRandom random, int people, boolean treated) {
        var asked = new int[KINDS.size()];
        for (var i = 0; i < people; i++) {
            var place = random.nextDouble();
            asked[place < .5 ? 0 : place < .8 ? 1 : 2]++;
        }
        return IntStream.range(0, asked.length).mapToObj(i -> {
            var kind = KINDS.get(i);
            var rate = treated ? kind.treatedRate() : kind.holdOutRate();
            var answered = (int) IntStream.range(0, asked[i])
                    .filter(person -> random.nextDouble() < rate)
                    .count();
            return new ResponseCell(
                    treated, "kind " + i, asked[i], kind.company().answers(random, answered, treated));
        });
    }

    /** Whether each of those who were detractors at first is of the content kind. */
    private static List<Boolean> detractors(SplittableRandom random, int customers) {
        return IntStream.range(0, customers)
                .mapToObj(customer -> random.nextDouble() < .6)
                .filter(content -> random.nextDouble() < (content ? .1 : .5))
                .toList();
    }

    private static Classes next(SplittableRandom random, List<Boolean> customers) {
        var content = (int) customers.stream().filter(kind -> kind).count();
        var happy = new Company(.1, .3, 0, 0).answers(random, content, false);
        return happy.plus(new Company(.5, .3, 0, 0).answers(random, customers.size() - content, false));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElseThrow();
    }

    /** One to eight people whose content has a third in common. */
    private static Cluster account(SplittableRandom random, Company company, boolean treated) {
        var common = Math.sqrt(.3) * random.nextGaussian() + (treated ? company.push() : 0);
        var people = 1 + random.nextInt(8);
        var total = IntStream.range(0, people)
                .mapToDouble(i -> company.points(common + Math.sqrt(.7) * random.nextGaussian()))
                .sum();
        return new Cluster(treated, people, total);
    }

    private static void covers(int runs, Predicate<SplittableRandom> holds) {
        assertThat(Simulation.share(runs, holds)).isCloseTo(.95, within(Simulation.noise(runs)));
    }
}
