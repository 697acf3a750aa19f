package dev.uplift.audience;

import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import dev.uplift.platform.YamlNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.error.YAMLException;

/** Named rules and their translation to SQL. */
@Component
public class Segments {

    private static final String SAVE = """
            insert into audience.segment (key, rule, updated_at)
            values (:key, :rule, :now)
            on conflict (key) do update
               set rule = excluded.rule, updated_at = excluded.updated_at""";

    private static final int LONGEST = 100_000;

    private final JdbcClient jdbc;

    Segments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads a rule; what is wrong is added to the node's problems, and null returned if nothing can be made of it. */
    public @Nullable Rule parse(YamlNode node) {
        return new RuleReader(keys()).read(node);
    }

    /** The rule as SQL at this instant; named segments are resolved. Throws {@link InvalidInput} if one is missing. */
    public Condition condition(Rule rule, Instant now) {
        return new RuleSql(now, this::named).condition(rule);
    }

    /** How many customers the rule selects at this instant. */
    public long count(Rule rule, Instant now) {
        var condition = condition(rule, now);
        return jdbc.sql("select count(*) from audience.member m where " + condition.sql())
                .params(condition.parameters())
                .query(Long.class)
                .single();
    }

    /** The rule text of a named segment. */
    public Optional<String> find(String key) {
        return isKey(key)
                ? jdbc.sql("select rule from audience.segment where key = :key")
                        .param("key", key)
                        .query(String.class)
                        .optional()
                : Optional.empty();
    }

    /** Stores a named segment from YAML or JSON; throws {@link InvalidInput} if the rule is wrong or contains itself. */
    public void save(String key, String rule, Instant now) {
        if (!isKey(key)) {
            throw SegmentProblem.badKey();
        }
        var known = keys();
        known.add(key);
        var read = read(key, rule, known);
        Function<String, Rule> segments = name -> name.equals(key) ? read : named(name);
        new RuleSql(now, segments).condition(new Rule.Segment(key));
        jdbc.sql(SAVE)
                .param("key", key)
                .param("rule", rule)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Rule named(String key) {
        return read(key, find(key).orElseThrow(() -> SegmentProblem.unknown(key)), keys());
    }

    private static Rule read(String key, String text, Set<String> known) {
        var problems = new ArrayList<Problem>();
        var node = parsed(key, text, problems);
        var rule = node == null ? null : new RuleReader(known).read(node);
        if (rule == null || !problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return rule;
    }

    private static @Nullable YamlNode parsed(String key, String text, List<Problem> problems) {
        if (text.length() > LONGEST) {
            throw SegmentProblem.unreadable(key);
        }
        try {
            return YamlNode.parse("segment " + key, text, problems);
        } catch (YAMLException e) {
            throw SegmentProblem.unreadable(key);
        }
    }

    /** The keys of all named segments. */
    public Set<String> keys() {
        return new HashSet<>(
                jdbc.sql("select key from audience.segment").query(String.class).list());
    }

    private static boolean isKey(String key) {
        return key.matches("[a-z][a-z0-9-]{0,63}");
    }
}
