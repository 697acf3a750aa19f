package dev.uplift.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.impact.stats.Classes;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Question QUESTION = new Question("bill", "nps", 5, true, .2);

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
    void letsTheGravestFlawSpeak() {
        var flaws = Set.of(VerdictCode.TOO_EARLY, VerdictCode.LOT_BROKEN, VerdictCode.RESPONSE_BIASED);

        assertThat(VerdictCode.of(flaws, 5, 13, 5)).isEqualTo(VerdictCode.LOT_BROKEN);
    }

    @ParameterizedTest
    @EnumSource
    void saysEveryCodeInBothLanguagesWithAllNumbersFilledIn(VerdictCode code) {
        var comparison =
                new Comparison(QUESTION, side("treated", 8000, 1000, 300, 420), side("hold-out", 2000, 300, 90, 90));
        var needed = new Report.Needed(2561, 12_805, null);

        var texts = new Wording(comparison, needed).texts(code);

        assertThat(texts).containsOnlyKeys("de", "en");
        assertThat(texts.values())
                .allSatisfy(text -> assertThat(text)
                        .hasSizeGreaterThan(30)
                        .endsWith(".")
                        .doesNotContain("{", "}", "null", "NaN", "()", " -", "  ", "significant", "signifikant"));
    }

    @Test
    void namesEffectAndRangeWithSignsAndWithoutDecimals() {
        var half = new Question("bill", "nps", 5, true, .5);
        var report =
                new Comparison(half, side("treated", 400, 200, 30, 70), side("hold-out", 400, 200, 50, 80)).report(NOW);

        assertThat(report.verdict().code()).isEqualTo("PROVEN_WORTH");
        assertThat(report.verdict().text().get("en")).startsWith("Works: +25 points (range +10 to +39), at least");
        assertThat(report.verdict().text().get("de")).startsWith("Wirkt: +25 Punkte (Spanne +10 bis +39), mindestens");
        assertThat(report.level()).isEqualTo("A");
    }

    @Test
    void saysHowManyAnswersAndInvitationsAreMissing() {
        var report = report(side("treated", 800, 240, 80, 60), side("hold-out", 200, 60, 24, 10));

        assertThat(report.verdict().code()).isEqualTo("NOT_ENOUGH");
        assertThat(report.needed()).isNotNull();
        assertThat(report.verdict().text().get("en"))
                .contains("more answers, about", "invitations at an answer rate of 30%", "raise the hold-out to 30%");
        assertThat(report.verdict().text().get("de")).contains("Antworten mehr", "Einladungen", "30\u00a0% Rücklauf");
    }

    @Test
    void countsOnlyWhileAnswersAreFew() {
        var report = report(side("treated", 800, 300, 100, 100), side("hold-out", 200, 49, 10, 20));

        assertThat(report.verdict().code()).isEqualTo("TOO_EARLY");
        assertThat(report.verdict().text().get("en")).contains("300 answers in the campaign, 49 in the hold-out");
        assertThat(report.needed()).isNotNull();
    }

    @Test
    void neverNamesACauseWithoutAHoldOut() {
        var open = new Question("bill", "nps", 5, true, 0);
        var treated =
                new Side("treated", 500, 500, 500, new Classes(60, 70, 70), new Classes(200, 0, 0), 10, "nps-bill");

        var report = new Comparison(open, treated, Side.nobody("hold-out")).report(NOW);

        assertThat(report.verdict().code()).isEqualTo("NO_CONTROL");
        assertThat(report.level()).isEqualTo("E");
        assertThat(report.difference()).isNull();
        assertThat(report.verdict().text().get("en"))
                .startsWith("The score went from \u2212100 to +5 (+105 points).")
                .contains("to be expected without any campaign", "the cause is unknown")
                .doesNotContain("Caused", "Works");
    }

    @Test
    void refusesAProofFromABrokenLotOrUnevenResponse() {
        var broken = report(side("treated", 8900, 500, 100, 200), side("hold-out", 1100, 100, 30, 40));
        var uneven = report(side("treated", 4000, 1360, 276, 392), side("hold-out", 1000, 260, 75, 70));

        assertThat(broken.verdict().code()).isEqualTo("LOT_BROKEN");
        assertThat(uneven.verdict().code()).isEqualTo("RESPONSE_BIASED");
        assertThat(uneven.verdict().text().get("en")).contains("between \u22126 and +51 points");
        assertThat(broken.level()).isEqualTo("B");
    }

    @Test
    void hidesScoresOfVerySmallArms() {
        var report = report(side("treated", 8, 4, 1, 1), side("hold-out", 2, 1, 0, 0));

        assertThat(report.verdict().code()).isEqualTo("HIDDEN_SMALL_CELL");
        assertThat(report.arms().get("holdOut")).extracting(Report.Arm::nps).isNull();
        assertThat(report.difference()).isNull();
    }

    @Test
    void saysThatDifferentSurveysProveNothing() {
        var other =
                new Side("hold-out", 100, 100, 100, new Classes(20, 20, 20), new Classes(0, 0, 0), 0, "nps-service");

        assertThat(report(side("treated", 400, 200, 50, 70), other).verdict().code())
                .isEqualTo("PLAN_CHANGED");
    }

    @Test
    void findsNoEffectWhereOnlyTheMeanWasRegressedTo() {
        var ofTen = new Question("bill", "nps", 10, true, .5);
        var treated = side("treated", 1300, 1300, 530, 390);
        var holdOut = side("hold-out", 1300, 1300, 530, 390);

        assertThat(new Comparison(ofTen, treated, holdOut).code()).isEqualTo(VerdictCode.NO_RELEVANT_EFFECT);
        assertThat(new Comparison(new Question("bill", "nps", 5, true, .5), treated, holdOut).code())
                .isEqualTo(VerdictCode.NOT_ENOUGH);
    }

    private static Report report(Side treated, Side holdOut) {
        return new Comparison(QUESTION, treated, holdOut).report(NOW);
    }

    private static Side side(String arm, long assigned, long answered, long detractors, long passives) {
        var classes = new Classes(detractors, passives, answered - detractors - passives);
        return new Side(arm, assigned, assigned, assigned, classes, new Classes(0, 0, 0), 10, "nps-bill");
    }
}
