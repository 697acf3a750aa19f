package dev.uplift.web.api;

import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A small request body. */
final class Wish {

    private Wish() {}

    /**
     * Reads an object, or null without a body; throws {@link InvalidInput} naming an unknown field or one of the wrong
     * type, and a {@link tools.jackson.core.JacksonException} on broken JSON.
     */
    static <T> @Nullable T of(Class<T> type, byte @Nullable [] body, JsonMapper json) {
        if (body == null || body.length == 0) {
            return null;
        }
        try {
            return json.readerFor(type)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(body);
        } catch (DatabindException e) {
            var misfit = Misfit.of(e);
            throw new InvalidInput(List.of(Problem.error(misfit.field(), misfit.what(), misfit.remedy(""))));
        }
    }
}
