package dev.uplift.demo.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class TrueEffectTests {

    private static final TrueEffect EXPLAINED = TrueEffect.SHIPPED.get(0);
    private static final TrueEffect WON_BACK = TrueEffect.SHIPPED.get(1);

    @Test
    void agreesWithCountingAnswersOfManyOccasions() {
        var persons = audience(8);

        var exact = EXPLAINED.points(persons);

        assertThat(counted(persons, EXPLAINED)).isCloseTo(exact, within(0.25));
    }

    @Test
    void isAboutTwelvePointsForTheExplanation() {
        assertThat(EXPLAINED.points(audience(8))).isCloseTo(12.0, within(1.0));
    }

    @Test
    void isNextToNothingForWinningBack() {
        assertThat(WON_BACK.points(audience(6))).isBetween(0.5, 3.0);
    }

    @Test
    void isNothingWithoutAShiftOrWithoutCustomers() {
        assertThat(new TrueEffect("none", 0).points(audience(8))).isZero();
        assertThat(EXPLAINED.points(List.of())).isZero();
    }

    /** Who answered at most this the last time, as the shipped campaigns choose. */
    private static List<Person> audience(int atMost) {
        return Population.of(2026, 5_000).persons().stream()
                .filter(person -> person.score("yearly-relationship", 0) <= atMost)
                .toList();
    }

    /** Everybody treated against everybody held out, on 400 fresh occasions each. */
    private static double counted(List<Person> persons, TrueEffect effect) {
        var total = 0.0;
        for (var occasion = 0; occasion < 400; occasion++) {
            var name = "occasion " + occasion;
            total += nps(persons, person -> person.score(name, shift(person, effect)))
                    - nps(persons, person -> person.score(name, 0));
        }
        return total / 400;
    }

    private static double shift(Person person, TrueEffect effect) {
        return person.reads(effect.campaign()) && person.reach().alive() ? effect.shift() : 0;
    }

    private static double nps(List<Person> persons, ToIntFunction<Person> score) {
        return persons.stream()
                .mapToInt(score)
                .map(answer -> answer >= 9 ? 100 : answer <= 6 ? -100 : 0)
                .average()
                .orElseThrow();
    }
}
