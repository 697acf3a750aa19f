package dev.uplift.web.api;

import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * A field of a request body that does not fit.
 *
 * @param field its path, with points
 * @param known names of the fields there are, if it is none of them; else empty
 */
record Misfit(String field, String what, String known) {

    static Misfit of(DatabindException e) {
        var field = e.getPath().stream()
                .map(Reference::getPropertyName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return e instanceof UnrecognizedPropertyException unknown
                ? new Misfit(field, "There is no field '" + unknown.getPropertyName() + "'.", known(unknown))
                : new Misfit(field, "The value has the wrong type.", "");
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** What would be right; the advice belongs to an unknown field. */
    String remedy(String advice) {
        return known.isEmpty() ? "Send the type the field is documented with." : "Use " + known + advice + ".";
    }
}
