package dev.uplift.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.impact.stats.Classes;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTests {

    @ParameterizedTest
    @CsvSource({
        "5, 13, PROVEN_WORTH",
        "4.9, 13, PROVEN_SMALL",
        "1, 3, PROVEN_SMALL",
        "-9, -1, HARM",
        "-3, -1, HARM",
        "-4.9, 4.9, NO_RELEVANT_EFFECT",
        "0, 4, NO_RELEVANT_EFFECT",
        "-5, 4.9, NO_BENEFIT",
        "-20, 0, NO_BENEFIT",
        "-4, 5, NOT_ENOUGH",
        "0, 12, NOT_ENOUGH",
        "-200, 200, NOT_ENOUGH"
    })
    void decidesByWhereTheRangeLies(double low, double high, VerdictCode code) {
        assertThat(VerdictCode.of(Set.of(), low, high, 5)).isEqualTo(code);
    }

    @Test
    void givesExactlyOneCodeForEveryRangeWorthAndFlaw() {
        var flaws = EnumSet.range(VerdictCode.NO_CONTROL, VerdictCode.RESPONSE_BIASED);
        var seen = EnumSet.noneOf(VerdictCode.class);

        for (var low = -40.0; low <= 40; low += 2.5) {
            for (var high = low; high <= 40; high += 2.5) {
                for (var worth = 1; worth <= 20; worth += 3) {
                    var code = VerdictCode.of(Set.of(), low, high, worth);
                    assertThat(flaws).doesNotContain(code);
                    seen.add(code);
                    for (var flaw : flaws) {
                        seen.add(VerdictCode.of(Set.of(flaw), low, high, worth));
                        assertThat(VerdictCode.of(Set.of(flaw), low, high, worth))
                                .isEqualTo(flaw);
                    }
                }
            }
        }

        assertThat(seen).hasSize(13).containsExactlyInAnyOrder(VerdictCode.values());
    }

    @Test
    void neverClaimsLessWhenTheWholeRangeMovesUp() {
        var chance = new SplittableRandom(11);

        for (var i = 0; i < 20_000; i++) {
            var low = chance.nextDouble(-60, 60);
            var high = low + chance.nextDouble(0, 60);
            var up = chance.nextDouble(0, 30);
            var worth = chance.nextInt(1, 25);

            assertThat(claim(VerdictCode.of(Set.of(), low + up, high + up, worth)))
                    .isGreaterThanOrEqualTo(claim(VerdictCode.of(Set.of(), low, high, worth)));
        }
    }

    /** From harm over nothing that is sure to enough. */
    private static int claim(VerdictCode code) {
        return switch (code) {
            case HARM -> 0;
            case PROVEN_SMALL -> 2;
            case PROVEN_WORTH -> 3;
            default -> 1;
        };
    }

    @Test
    void letsTheGravestFlawSpeak() {
        var flaws = Set.of(VerdictCode.TOO_EARLY, VerdictCode.LOT_BROKEN, VerdictCode.RESPONSE_BIASED);

        assertThat(VerdictCode.of(flaws, 5, 13, 5)).isEqualTo(VerdictCode.LOT_BROKEN);
    }

    @ParameterizedTest
    @EnumSource
    void saysEveryCodeInBothLanguagesWithAllNumbersFilledIn(VerdictCode code) {
        var evidence = Studies.evidence(
                Studies.plan(5, .2),
                Studies.peers("treated", "email", 3, 8000, 4000, new Classes(300, 420, 280)),
                Studies.peers("hold-out", "email", 3, 2000, 1000, new Classes(90, 90, 120)));

        var texts = new Wording(Comparison.of(Subject.CAMPAIGN, evidence), new Report.Needed(2561, 12_805, null))
                .texts(code);

        assertThat(texts).containsOnlyKeys("de", "en");
        assertThat(texts.values())
                .allSatisfy(text -> assertThat(text)
                        .hasSizeGreaterThan(30)
                        .endsWith(".")
                        .doesNotContain("{", "}", "null", "NaN", "()", " -", "  ", "significant", "signifikant"));
    }
}
