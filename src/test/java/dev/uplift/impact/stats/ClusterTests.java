package dev.uplift.impact.stats;

import static dev.uplift.impact.stats.Vectors.DIGITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ClusterTests {

    private static final JsonNode EXPECTED = Vectors.of("TV9_cluster");
    private static final List<Cluster> CLUSTERS =
            Stream.concat(clusters("T"), clusters("C")).toList();

    @Test
    void agreesWithTheVectorOfAccounts() {
        var effect = Cluster.liangZeger(CLUSTERS);
        var blind = Effect.welch(classes("T"), classes("C"));

        assertThat(effect.points()).isCloseTo(EXPECTED.get("diff").asDouble(), DIGITS);
        assertThat(effect.standardError()).isCloseTo(EXPECTED.get("clusterSe").asDouble(), DIGITS);
        assertThat(effect.degreesOfFreedom()).isEqualTo(EXPECTED.get("df").asDouble());
        assertThat(blind.standardError()).isCloseTo(EXPECTED.get("iidSe").asDouble(), DIGITS);
    }

    @Test
    void isLessSureThanTheUsualErrorOfFewAccounts() {
        var effect = Cluster.effect(CLUSTERS);
        var usual = Cluster.liangZeger(CLUSTERS);

        assertThat(effect.points()).isEqualTo(usual.points());
        assertThat(effect.standardError()).isGreaterThan(usual.standardError());
        assertThat(effect.degreesOfFreedom()).isBetween(3.0, usual.degreesOfFreedom());
    }

    @Test
    void isWelchWhereEachPersonIsAnAccount() {
        var people = Samples.panel().stream()
                .map(cell -> new Cluster(cell.treated(), 1, cell.outcome()))
                .toList();

        assertThat(Cluster.liangZeger(people).standardError())
                .isCloseTo(Adjustment.plain(Samples.panel()).standardError(), DIGITS);
    }

    @Test
    void countsAlikeAccountsAsOftenAsThereAre() {
        var twice = Stream.concat(CLUSTERS.stream(), CLUSTERS.stream()).toList();
        var alike = CLUSTERS.stream()
                .map(c -> new Cluster(c.treated(), c.answered(), c.total(), 2))
                .toList();

        assertThat(Cluster.effect(alike).standardError())
                .isCloseTo(Cluster.effect(twice).standardError(), DIGITS);
        assertThat(Cluster.effect(alike).degreesOfFreedom())
                .isCloseTo(Cluster.effect(twice).degreesOfFreedom(), DIGITS);
        assertThat(Cluster.liangZeger(alike).standardError())
                .isCloseTo(Cluster.liangZeger(twice).standardError(), DIGITS);
    }

    @Test
    void turnsItsSignWhenTheArmsChangePlaces() {
        var swapped = CLUSTERS.stream()
                .map(c -> new Cluster(!c.treated(), c.answered(), c.total()))
                .toList();

        assertThat(Cluster.effect(swapped)).isEqualTo(Cluster.effect(CLUSTERS).scaled(-1));
    }

    @Test
    void refusesASingleAccount() {
        assertThatIllegalArgumentException().isThrownBy(() -> Cluster.effect(CLUSTERS.subList(3, 8)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cluster(true, 0, 0));
    }

    private static Stream<Cluster> clusters(String arm) {
        return StreamSupport.stream(EXPECTED.get(arm).spliterator(), false).map(account -> {
            var points = Arrays.stream(Vectors.numbers(account)).map(Vectors::points);
            return new Cluster(arm.equals("T"), account.size(), points.sum());
        });
    }

    private static Classes classes(String arm) {
        var none = new Classes(0, 0, 0);
        return StreamSupport.stream(EXPECTED.get(arm).spliterator(), false)
                .flatMap(account -> Arrays.stream(Vectors.numbers(account)).boxed())
                .map(Vectors::points)
                .map(points -> new Classes(points < 0 ? 1 : 0, points == 0 ? 1 : 0, points > 0 ? 1 : 0))
                .reduce(none, Classes::plus);
    }
}
