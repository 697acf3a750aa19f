package dev.uplift.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uplift.impact.Assumption;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class WishTests {

    private static final Assumption USUAL = new Assumption(5_000, 5, .2, 0, 0, .7, 6, 200, 1);

    @Test
    void takesWhatIsLeftOutAsUsual() {
        var world = Objects.requireNonNull(world("{\"effect\": 8, \"worlds\": 50}"));

        assertThat(world.over(USUAL)).isEqualTo(new Assumption(5_000, 8, .2, 0, 0, .7, 6, 50, 1));
        assertThat(world("")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"efect\": 8} | efect", "{\"people\": \"many\"} | people", "{\"people\": 5} | people"})
    void namesTheFieldThatIsWrong(String body, String field) {
        assertThatThrownBy(() -> Objects.requireNonNull(world(body)).over(USUAL))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems()).extracting(Problem::where).containsExactly(field));
    }

    @Test
    void leavesBrokenJsonToWhoeverKnowsItsPlace() {
        assertThatThrownBy(() -> world("{\"effect\" 8}")).isInstanceOf(JacksonException.class);
    }

    private static SimulationApi.@Nullable World world(String body) {
        return Wish.of(SimulationApi.World.class, body.getBytes(StandardCharsets.UTF_8), JsonMapper.shared());
    }
}
