package dev.uplift.audience;

import java.util.LinkedHashMap;
import java.util.Map;

/** Named parameters {@code rule1}, {@code rule2}, … in the order in which they are bound. */
final class Bindings {

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Binds the value and gives the placeholder to write into the SQL. */
    String bind(Object value) {
        var name = "rule" + (values.size() + 1);
        values.put(name, value);
        return ":" + name;
    }

    Map<String, Object> values() {
        return values;
    }
}
