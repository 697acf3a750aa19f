package dev.uplift.message;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a customer is addressed, whatever of their name we know: "Guten Tag Frau Brandt", "Hello Anna Brandt", "Hello". */
final class Greeting {

    private static final Map<String, String> GERMAN =
            Map.of("herr", "Herr", "mr", "Herr", "frau", "Frau", "ms", "Frau", "mrs", "Frau");
    private static final Map<String, String> ENGLISH =
            Map.of("herr", "Mr", "mr", "Mr", "frau", "Ms", "ms", "Ms", "mrs", "Mrs");

    private Greeting() {}

    static Optional<String> of(String language, Map<String, Object> customer) {
        return switch (language) {
            case "de" -> Optional.of(words("Guten Tag", GERMAN, customer));
            case "en" -> Optional.of(words("Hello", ENGLISH, customer));
            default -> Optional.empty();
        };
    }

    private static String words(String hello, Map<String, String> salutations, Map<String, Object> customer) {
        var lastName = text(customer, "lastName");
        var salutation =
                salutations.get(text(customer, "salutation").replace(".", "").toLowerCase(Locale.ROOT));
        var name = lastName.isEmpty() || salutation == null
                ? Stream.of(text(customer, "firstName"), lastName)
                : Stream.of(salutation, lastName);
        return Stream.concat(Stream.of(hello), name)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String text(Map<String, Object> customer, String name) {
        return Values.printable(Objects.toString(customer.get(name), "")).strip();
    }
}
