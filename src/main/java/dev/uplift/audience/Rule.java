package dev.uplift.audience;

import dev.uplift.platform.Metric;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A segment rule; always evaluated by SQL, see {@link Segments#condition}. */
public sealed interface Rule {

    /** Writes itself as a boolean expression. */
    String in(RuleSql sql);

    /** All of these. */
    record All(List<Rule> rules) implements Rule {
        @Override
        public String in(RuleSql sql) {
            return sql.joined(rules, " and ");
        }
    }

    /** At least one of these. */
    record Any(List<Rule> rules) implements Rule {
        @Override
        public String in(RuleSql sql) {
            return sql.joined(rules, " or ");
        }
    }

    /** Not this. */
    record Not(Rule rule) implements Rule {
        @Override
        public String in(RuleSql sql) {
            return "not " + rule.in(sql);
        }
    }

    /**
     * Compares an attribute (or a field of the customer such as {@code locale}) with a value.
     *
     * @param values one value; several for {@code IN}, none for {@code EXISTS}
     */
    record Attribute(String name, Comparison comparison, List<String> values) implements Rule {
        @Override
        public String in(RuleSql sql) {
            return sql.attribute(this);
        }
    }

    /** Something of this type happened, optionally within this time before now. */
    record Event(String type, @Nullable Duration within) implements Rule {
        @Override
        public String in(RuleSql sql) {
            return sql.event(this);
        }
    }

    /**
     * The customer's latest answer to this metric lies in the range, optionally given within this time before now.
     *
     * @param survey key of the survey whose latest answer it is; null for that of any survey
     * @param tag what its comment must be about; null for anything or nothing
     */
    record Answer(
            Metric metric,
            int atLeast,
            int atMost,
            @Nullable Duration within,
            @Nullable String survey,
            @Nullable String tag)
            implements Rule {

        /** The latest answer to any survey, whatever it is about. */
        public Answer(Metric metric, int atLeast, int atMost, @Nullable Duration within) {
            this(metric, atLeast, atMost, within, null, null);
        }

        @Override
        public String in(RuleSql sql) {
            return sql.answer(this);
        }
    }

    /** The customer belongs to the named segment. */
    record Segment(String key) implements Rule {
        @Override
        public String in(RuleSql sql) {
            return sql.segment(key);
        }
    }

    /** How an attribute is compared. */
    enum Comparison {
        IS,
        IS_NOT,
        IN,
        AT_LEAST,
        AT_MOST,
        EXISTS
    }
}
