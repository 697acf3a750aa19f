package dev.uplift.demo.company;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All simulated customers; the same seed and sizes always give the same people. */
public final class Population {

    /** Name of the one company that {@link #of(long, int)} makes. */
    public static final String NORDWERK = "nordwerk";

    private final List<Person> persons;
    private final Map<String, Person> byKey;

    private Population(List<Person> persons) {
        this.persons = persons;
        this.byKey = persons.stream().collect(Collectors.toMap(Person::externalId, Function.identity()));
    }

    /** The customers of the sample company. */
    public static Population of(long seed, int size) {
        return of(seed, List.of(NORDWERK), size);
    }

    /** The customers of several companies, told apart by their attribute {@code company}, as many each. */
    public static Population of(long seed, List<String> companies, int sizeEach) {
        var draw = new Draw(seed);
        return new Population(IntStream.range(0, companies.size() * sizeEach)
                .mapToObj(i -> new Person(i + 1L, companies.get(i / sizeEach), draw))
                .toList());
    }

    /** Everybody. */
    public List<Person> persons() {
        return persons;
    }

    /** The customer with this key. */
    public Optional<Person> find(String externalId) {
        return Optional.ofNullable(byKey.get(externalId));
    }

    /** The customers among these keys that belong to the population. */
    public Stream<Person> among(List<String> externalIds) {
        return externalIds.stream().map(this::find).flatMap(Optional::stream);
    }
}
