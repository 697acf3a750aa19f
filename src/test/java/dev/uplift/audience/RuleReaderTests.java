package dev.uplift.audience;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.Metric;
import dev.uplift.platform.Problem;
import dev.uplift.platform.YamlNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleReaderTests {

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void readsTheAudienceOfACampaign() {
        var rule = read("""
                all:
                  - { attribute: product, is: electricity }
                  - { event: bill, within: 30d }
                  - { answer: nps, at-most: 8, within: 365d }
                  - not: { segment: legal-dispute }
                """);

        assertThat(problems).isEmpty();
        assertThat(rule)
                .isEqualTo(new Rule.All(List.of(
                        new Rule.Attribute("product", Rule.Comparison.IS, List.of("electricity")),
                        new Rule.Event("bill", Duration.ofDays(30)),
                        new Rule.Answer(Metric.NPS, 0, 8, Duration.ofDays(365)),
                        new Rule.Not(new Rule.Segment("legal-dispute")))));
    }

    @Test
    void readsEveryComparison() {
        var rule = read("""
                any:
                  - { attribute: city, is-not: Emden }
                  - { attribute: product, in: [gas, heat] }
                  - { attribute: monthlyInstalment, at-least: 50, at-most: 99.5 }
                  - { attribute: email, exists: false }
                  - { event: support-contact }
                """);

        assertThat(problems).isEmpty();
        assertThat(rule)
                .isEqualTo(new Rule.Any(List.of(
                        new Rule.Attribute("city", Rule.Comparison.IS_NOT, List.of("Emden")),
                        new Rule.Attribute("product", Rule.Comparison.IN, List.of("gas", "heat")),
                        new Rule.All(List.of(
                                new Rule.Attribute("monthlyInstalment", Rule.Comparison.AT_LEAST, List.of("50")),
                                new Rule.Attribute("monthlyInstalment", Rule.Comparison.AT_MOST, List.of("99.5")))),
                        new Rule.Not(new Rule.Attribute("email", Rule.Comparison.EXISTS, List.of())),
                        new Rule.Event("support-contact", null))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ attribute: product }                      | 1 |  1 | compared with nothing",
                "{ attribute: product, equals: gas }         | 1 | 23 | Unknown key 'equals'",
                "{ attribute: product, is: [gas] }           | 1 | 27 | no single value",
                "{ attribute: product, in: [] }              | 1 | 27 | list of 1 to",
                "{ attribute: product, in: gas }             | 1 | 27 | list of 1 to",
                "{ attribute: price, at-least: much }        | 1 | 31 | not a number",
                "{ attribute: price, exists: perhaps }       | 1 | 29 | true or false",
                "{ attribute: 'a b', is: c }                 | 1 | 14 | not the name",
                "{ event: bill, within: 30 days }            | 1 | 24 | not a duration",
                "{ event: bill, within: 0d }                 | 1 | 24 | not a duration",
                "{ event: }                                  | 1 |  9 | not a name",
                "{ answer: nps }                             | 1 |  1 | compared with nothing",
                "{ answer: nps, at-most: 11 }                | 1 | 25 | not a score",
                "{ answer: csat, at-most: 6 }                | 1 | 26 | not a score of csat",
                "{ answer: ces, at-least: 0 }                | 1 | 26 | not a score of ces",
                "{ answer: stars, at-most: 5 }               | 1 | 11 | not a metric",
                "{ answer: nps, at-most: low }               | 1 | 25 | not a score",
                "{ answer: nps, survey: NPS Bill }           | 1 | 24 | is not a key",
                "{ answer: nps, tag: [price] }               | 1 | 21 | is not a key",
                "{ answer: nps, topic: price }               | 1 | 16 | Unknown key 'topic'",
                "{ answer: nps, at-least: 8, at-most: 2 }    | 1 |  1 | No score",
                "{ segment: nobody-knows }                   | 1 | 12 | no segment 'nobody-knows'",
                "{ all: [] }                                 | 1 |  8 | needs a list",
                "{ not: [] }                                 | 1 |  8 | not a rule",
                "{ all: [{ event: bill }], within: 30d }     | 1 | 27 | Unknown key 'within'",
                "{ event: bill, answer: nps, at-most: 6 }    | 1 |  1 | One rule has event and answer",
                "{ product: gas }                            | 1 |  1 | None of these",
                "{}                                          | 1 |  1 | The rule is empty",
                "gas                                         | 1 |  1 | not a rule"
            })
    void tellsEveryMistakeAtItsPlace(String rule, int line, int column, String what) {
        assertThat(read(rule)).isNull();

        assertThat(problems).first().satisfies(problem -> {
            assertThat(problem.what()).contains(what);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.remedy()).isNotBlank();
        });
    }

    @Test
    void takesTheWholeScaleOfTheMetricWhereOneEndIsLeftOpen() {
        assertThat(read("{ answer: csat, at-most: 3 }")).isEqualTo(new Rule.Answer(Metric.CSAT, 1, 3, null));
        assertThat(read("{ answer: ces, at-least: 5 }")).isEqualTo(new Rule.Answer(Metric.CES, 5, 7, null));
    }

    @Test
    void tellsAllMistakesOfARuleAtOnce() {
        read("""
                all:
                  - { attribute: product }
                  - { event: bill, within: soon }
                  - { answer: nps, at-most: -1 }
                """);

        assertThat(problems).extracting(Problem::line).containsExactly(2, 3, 4);
    }

    @Test
    void refusesRulesThatAreNestedTooDeeply() {
        assertThat(read("{ not: ".repeat(9) + "{ event: bill }" + " }".repeat(9)))
                .isNotNull();
        assertThat(read("{ not: ".repeat(10) + "{ event: bill }" + " }".repeat(10)))
                .isNull();

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("more than 10 levels"));
    }

    @Test
    void refusesARuleThatRepeatsItself() {
        var text = new StringBuilder("a0: &a0 { event: bill }\n");
        for (int level = 1; level < 5; level++) {
            text.append("a%d: &a%d { any: [%s] }\n"
                    .formatted(level, level, String.join(", ", Collections.nCopies(9, "*a" + (level - 1)))));
        }
        var document = requireNonNull(YamlNode.parse("test", text.toString(), problems));

        var rule = new RuleReader(Set.of()).read(requireNonNull(document.field("a4")));

        assertThat(rule).isNull();
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("more than 500 parts"));
    }

    private @Nullable Rule read(String text) {
        var node = YamlNode.parse("test", text, problems);
        return node == null ? null : new RuleReader(Set.of("legal-dispute")).read(node);
    }
}
