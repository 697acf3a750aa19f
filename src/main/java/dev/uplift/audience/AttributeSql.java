package dev.uplift.audience;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes the comparison of one attribute, or of one field of the customer, with values. */
final class AttributeSql {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Fields of the customer that rules may name like attributes. */
    static final Map<String, String> FIELDS = Map.of(
            "locale", "m.locale",
            "country", "m.country",
            "timeZone", "m.time_zone",
            "externalId", "m.external_id",
            "accountId", "m.account_id");

    private static final String LOOKS_LIKE_NUMBER = "'^-?[0-9]{1,15}([.][0-9]{1,9})?$'";

    private final Bindings bindings;
    private final String name;
    private final List<String> values;

    AttributeSql(Bindings bindings, String name, List<String> values) {
        this.bindings = bindings;
        this.name = name;
        this.values = values;
    }

    String compared(Rule.Comparison comparison) {
        return switch (comparison) {
            case IS -> is();
            case IS_NOT -> "not coalesce(" + is() + ", false)";
            case IN -> in();
            case AT_LEAST -> ordered(">=");
            case AT_MOST -> ordered("<=");
            case EXISTS -> "(" + text() + " is not null)";
        };
    }

    /** Containment, so that the index on the attributes helps; a number is looked for as a number and as a text. */
    private String is() {
        var value = values.get(0);
        if (FIELDS.containsKey(name)) {
            return "(" + text() + " = " + bindings.bind(value) + ")";
        }
        return Stream.of(value, Attributes.number(value), truth(value))
                .filter(Objects::nonNull)
                .map(typed -> "m.attributes @> cast(" + bindings.bind(JSON.writeValueAsString(Map.of(name, typed)))
                        + " as jsonb)")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private String in() {
        var texts = "(" + text() + " = any (" + bindings.bind(values.toArray(String[]::new)) + "))";
        var numbers =
                values.stream().map(Attributes::number).filter(Objects::nonNull).toArray(BigDecimal[]::new);
        return numbers.length == 0 || FIELDS.containsKey(name)
                ? texts
                : "(" + texts + " or case when jsonb_typeof(" + json() + ") = 'number' then cast(" + json()
                        + " as numeric) = any (" + bindings.bind(numbers) + ") else false end)";
    }

    /** Numbers by value, in whatever form the attribute holds them; dates of ISO 8601 sort as text. */
    private String ordered(String operator) {
        var number = Attributes.number(values.get(0));
        return number == null
                ? "(case when " + text() + " ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}' then " + text() + " collate \"C\" "
                        + operator + " " + bindings.bind(values.get(0)) + " else false end)"
                : "(case when " + text() + " ~ " + LOOKS_LIKE_NUMBER + " then cast(" + text() + " as numeric) "
                        + operator + " " + bindings.bind(number) + " else false end)";
    }

    private String text() {
        var field = FIELDS.get(name);
        return field == null ? "(m.attributes ->> " + bindings.bind(name) + ")" : field;
    }

    private String json() {
        return "(m.attributes -> " + bindings.bind(name) + ")";
    }

    private static @Nullable Object truth(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }
}
