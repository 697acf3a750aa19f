package dev.uplift.audience;

import dev.uplift.platform.YamlNode;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Segments for the tests of other modules. */
public final class TestSegments {

    private TestSegments() {}

    /** Reads rules that may name these segments. */
    public static Function<YamlNode, @Nullable Rule> knowing(String... keys) {
        return node -> new RuleReader(Set.of(keys)).read(node);
    }

    /** The segments of a database. */
    public static Segments in(JdbcClient jdbc) {
        return new Segments(jdbc);
    }
}
