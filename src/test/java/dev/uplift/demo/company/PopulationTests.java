package dev.uplift.demo.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.uplift.demo.inbox.Mailboxes;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class PopulationTests {

    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
    private static final List<Person> PERSONS = Population.of(2026, 5_000).persons();

    @Test
    void givesTheSamePeopleForTheSameSeed() {
        var again = Population.of(2026, 5_000).persons();

        assertThat(again).extracting(person -> person.input(NOW)).isEqualTo(inputs());
        assertThat(again)
                .extracting(Person::nature)
                .isEqualTo(PERSONS.stream().map(Person::nature).toList());
    }

    @Test
    void givesOtherPeopleForAnotherSeed() {
        var others = Population.of(2027, 5_000).persons();

        assertThat(others).extracting(person -> person.input(NOW)).isNotEqualTo(inputs());
    }

    @Test
    void hasThePromisedShares() {
        assertThat(share(Person::english)).isCloseTo(0.12, within(0.02));
        assertThat(share(person -> person.reach().prefersSms())).isCloseTo(0.20, within(0.02));
        assertThat(share(person -> !person.permissions().advertising()
                        && !person.permissions().surveys()))
                .isCloseTo(0.065, within(0.02));
        assertThat(share(person -> person.reach().channels().isEmpty())).isBetween(0.003, 0.015);
        assertThat(share(person -> person.contract().electric())).isCloseTo(0.72, within(0.02));
        assertThat(share(Person::unsubscribes)).isCloseTo(0.01, within(0.005));
        assertThat(share(person -> person.reach().email() != null
                        && !Mailboxes.exists(person.reach().email())))
                .isCloseTo(0.015, within(0.006));
    }

    @Test
    void letsAFewShareAMailbox() {
        var addresses = PERSONS.stream()
                .map(person -> person.reach().email())
                .filter(Objects::nonNull)
                .toList();

        assertThat(addresses.size() - new HashSet<>(addresses).size()).isBetween(10, 60);
    }

    @Test
    void usesOnlyNumbersThatBelongToNobody() throws NumberParseException {
        var phones = PERSONS.stream()
                .map(person -> person.reach().phone())
                .filter(Objects::nonNull)
                .toList();

        assertThat(phones).doesNotHaveDuplicates().hasSizeGreaterThan(2_000);
        for (var phone : phones) {
            var numbers = PhoneNumberUtil.getInstance();
            assertThat(numbers.isValidNumber(numbers.parse(phone, "DE")))
                    .as(phone)
                    .isTrue();
        }
    }

    @Test
    void feelsLikeATypicalUtility() {
        var scores =
                PERSONS.stream().map(person -> person.score("relationship", 0)).toList();
        var again = PERSONS.stream().map(person -> person.score("bill", 0)).toList();

        var detractors = java.util.stream.IntStream.range(0, scores.size())
                .filter(i -> scores.get(i) <= 6)
                .toArray();
        var recovered = java.util.Arrays.stream(detractors)
                .filter(i -> again.get(i) > 6)
                .count();

        assertThat(detractors.length / 5_000.0).isCloseTo(0.3, within(0.03));
        // Nobody did anything: this is regression to the mean.
        assertThat((double) recovered / detractors.length).isBetween(0.3, 0.5);
    }

    private static List<Object> inputs() {
        return PERSONS.stream().map(person -> (Object) person.input(NOW)).toList();
    }

    private static double share(Predicate<Person> condition) {
        return PERSONS.stream().filter(condition).count() / (double) PERSONS.size();
    }
}
