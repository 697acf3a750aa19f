package dev.uplift.audience;

import dev.uplift.platform.YamlNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Named rules and their translation to SQL. */
@Component
public class Segments {

    /** Reads a rule; what is wrong is added to the node's problems, and null returned if nothing can be made of it. */
    public @Nullable Rule parse(YamlNode node) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The rule as SQL at this instant; named segments are resolved. */
    public Condition condition(Rule rule, Instant now) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** How many customers the rule selects at this instant. */
    public long count(Rule rule, Instant now) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The rule text of a named segment. */
    public Optional<String> find(String key) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Stores a named segment from YAML or JSON; throws {@link dev.uplift.platform.InvalidInput} if the rule is wrong. */
    public void save(String key, String rule, Instant now) {
        throw new UnsupportedOperationException("not built yet");
    }
}
