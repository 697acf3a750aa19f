package dev.uplift.demo.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The header fields of a mail in their order, unfolded and decoded. */
public record Headers(List<Field> fields) {

    /** One header field. */
    public record Field(String name, String value) {}

    static Headers of(String head) {
        var fields = new ArrayList<Field>();
        for (var line : head.replaceAll("\r?\n[ \t]+", " ").split("\r?\n", -1)) {
            var colon = line.indexOf(':');
            if (colon > 0) {
                fields.add(new Field(
                        line.substring(0, colon).strip(),
                        EncodedWords.decode(line.substring(colon + 1).strip())));
            }
        }
        return new Headers(List.copyOf(fields));
    }

    /** The value of the first field with this name; case does not matter. */
    public Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst();
    }
}
