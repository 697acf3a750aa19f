package dev.uplift.audience;

import static dev.uplift.audience.TestAudience.NOW;
import static dev.uplift.audience.TestAudience.inPlace;
import static dev.uplift.audience.TestAudience.withAttributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Metric;
import dev.uplift.platform.Problem;
import dev.uplift.platform.YamlNode;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTests {

    private static final String ANSWER = """
            with invited as (
                insert into survey.invitation (
                    send_id, run_id, customer_id, survey_key, language, token_hash, created_at, expires_at)
                select gen_random_uuid(), 1, customer_id, 'nps-bill', 'de', uuid_send(gen_random_uuid()), :at, :at
                  from audience.member
                 where external_id = :customer
                returning id, run_id, customer_id, survey_key)
            insert into survey.response_event (invitation_id, run_id, customer_id, survey_key, metric, type, score, language, at)
            select id, run_id, customer_id, survey_key, 'nps', 'CONFIRMED', :score, 'de', :at
              from invited""";

    /** The newest answer of B, and the older one of A. */
    private static final String ABOUT_PRICE = """
            with said as (
                update survey.response_event set comment = 'teuer' where score in (9, 10) returning id)
            update survey.answer a set tags = '{price}' from said where said.id = a.latest_id""";

    private final TestAudience audience = new TestAudience();

    @BeforeEach
    void knowsThreeCustomers() {
        audience.upsert(
                withAttributes(
                        "A", Map.of("product", "electricity", "instalment", 84.5, "zip", "28195", "paperless", true)),
                withAttributes("B", Map.of("product", "gas", "instalment", "120", "since", "2024-05-01")),
                inPlace("C", "en-GB", "Europe/London", "GB"));
        audience.record(
                new EventInput("A", "bill", NOW.minus(Duration.ofDays(3)), null),
                new EventInput("B", "bill", NOW.minus(Duration.ofDays(90)), null),
                new EventInput("C", "bill", NOW.plus(Duration.ofDays(1)), null));
        answer("A", 9, 200);
        answer("A", 4, 20);
        answer("B", 3, 300);
        answer("B", 10, 30);
        audience.jdbc.sql(ABOUT_PRICE).update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ attribute: product, is: electricity }                | A",
                "{ attribute: product, is-not: electricity }            | B C",
                "{ attribute: product, in: [gas, electricity] }         | A B",
                "{ attribute: product, exists: true }                   | A B",
                "{ attribute: product, exists: false }                  | C",
                "{ attribute: instalment, is: 84.50 }                   | A",
                "{ attribute: instalment, in: [84.50, 1] }              | A",
                "{ attribute: instalment, in: [120] }                   | B",
                "{ attribute: instalment, at-least: 84.5 }              | A B",
                "{ attribute: instalment, at-most: 100 }                | A",
                "{ attribute: product, at-least: 1 }                    | ''",
                "{ attribute: since, at-least: 2024-01-01 }             | B",
                "{ attribute: since, at-most: 2024-01-01 }              | ''",
                "{ attribute: zip, is: 28195 }                          | A",
                "{ attribute: paperless, is: true }                     | A",
                "{ attribute: locale, is: en-GB }                       | C",
                "{ attribute: country, is-not: DE }                     | C",
                "{ attribute: timeZone, in: [Europe/London] }           | C",
                "{ attribute: externalId, in: [A, C] }                  | A C",
                "{ attribute: accountId, is-not: X }                    | A B C",
                "{ attribute: accountId, exists: true }                 | ''",
                "{ event: bill }                                        | A B",
                "{ event: bill, within: 30d }                           | A",
                "{ event: purchase }                                    | ''",
                "{ answer: nps, at-most: 6 }                            | A",
                "{ answer: nps, at-least: 9 }                           | B",
                "{ answer: nps, at-least: 9, within: 25d }              | ''",
                "{ answer: nps, survey: nps-bill }                      | A B",
                "{ answer: nps, survey: nps-call }                      | ''",
                "{ answer: nps, tag: price }                            | B",
                "{ answer: nps, survey: nps-bill, tag: price, at-most: 6 } | ''",
                "{ answer: nps, survey: nps-bill, tag: price, within: 90d } | B",
                "{ answer: csat, at-most: 5 }                           | ''",
                "{ not: { answer: nps, at-most: 10 } }                  | C",
                "{ any: [{ event: bill, within: 30d }, { attribute: country, is: GB }] } | A C",
                "{ all: [{ event: bill }, { not: { answer: nps, at-most: 8 } }] }        | B",
                "{ attribute: product, is: \"x' or true --\" }          | ''"
            })
    void selectsTheRightCustomers(String rule, String expected) {
        assertThat(String.join(" ", selected(rule))).isEqualTo(expected);
    }

    @Test
    void carriesValuesOnlyAsParameters() {
        var condition = audience.segments.condition(
                new Rule.All(List.of(
                        new Rule.Attribute("name'\"", Rule.Comparison.IN, List.of("'; drop table x")),
                        new Rule.Event("bill'", Duration.ofDays(1)),
                        new Rule.Answer(Metric.NPS, 0, 6, null))),
                NOW);

        assertThat(condition.sql()).doesNotContain("drop", "name'", "bill", "nps");
        assertThat(condition.parameters().keySet()).allMatch(name -> name.matches("rule[0-9]+"));
    }

    @Test
    void resolvesSegmentsByName() {
        audience.segments.save("power", "{ attribute: product, is: electricity }", NOW);
        audience.segments.save(
                "unhappy-power", "{\"all\": [{\"segment\": \"power\"}, {\"answer\": \"nps\", \"at-most\": 6}]}", NOW);

        assertThat(selected("{ segment: unhappy-power }")).containsExactly("A");
        assertThat(selected("{ not: { segment: power } }")).containsExactly("B", "C");
        assertThat(audience.segments.find("power")).hasValue("{ attribute: product, is: electricity }");
        assertThat(audience.segments.find("other")).isEmpty();
    }

    @Test
    void refusesASegmentThatContainsItself() {
        audience.segments.save("one", "{ event: bill }", NOW);
        audience.segments.save("two", "{ segment: one }", NOW);

        assertThatThrownBy(() -> audience.segments.save("one", "{ not: { segment: two } }", NOW))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("contains itself");
        assertThat(audience.segments.find("one")).hasValue("{ event: bill }");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bad Key   | { event: bill }         | key is not usable",
                "good      | { event: bill, on: 1 }  | good:1:16: Unknown key 'on'",
                "good      | [                       | not valid YAML",
                "good      | ''                      | empty",
                "good      | { segment: other }      | no segment 'other'"
            })
    void refusesSegmentsThatAreWrong(String key, String rule, String message) {
        assertThatThrownBy(() -> audience.segments.save(key, rule, NOW))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesASegmentWithCharactersThatAreNoText() {
        assertThatThrownBy(() -> audience.segments.save("good", "{ event: bi\u0000ll }", NOW))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void countsWhatItSelects() {
        assertThat(audience.segments.count(rule("{ event: bill }"), NOW)).isEqualTo(2);
    }

    private List<String> selected(String text) {
        var condition = audience.segments.condition(rule(text), NOW);
        return audience.jdbc
                .sql("select external_id from audience.member m where " + condition.sql() + " order by external_id")
                .params(condition.parameters())
                .query(String.class)
                .list();
    }

    private Rule rule(String text) {
        var problems = new ArrayList<Problem>();
        var rule = audience.segments.parse(Objects.requireNonNull(YamlNode.parse("test", text, problems)));
        assertThat(problems).isEmpty();
        return Objects.requireNonNull(rule);
    }

    private void answer(String customer, int score, int daysAgo) {
        audience.jdbc
                .sql(ANSWER)
                .param("customer", customer)
                .param("score", score)
                .param("at", NOW.minus(Duration.ofDays(daysAgo)).atOffset(ZoneOffset.UTC))
                .update();
    }
}
