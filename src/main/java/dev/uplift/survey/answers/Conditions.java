package dev.uplift.survey.answers;

import dev.uplift.platform.Metric;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A filter as SQL over {@code first}, {@code latest} (events of an answer) and {@code a} (its row).
 *
 * @param sql conditions joined by {@code and}; values only as named parameters
 */
record Conditions(String sql, Map<String, Object> values) {

    private static final String CAMPAIGN =
            "first.run_id in (select run_id from campaign.run where campaign_key = :campaign)";

    /** The surveys are those at the filter's touchpoint. */
    static Conditions of(AnswerFilter filter, List<String> atTouchpoint) {
        var metric = filter.metric();
        return new Conditions("first.type = 'CONFIRMED'" + part(filter.part()), Map.of())
                .and("first.survey_key = :survey", "survey", filter.survey())
                .and("first.metric = :metric", "metric", metric == null ? null : metric.key())
                .and("first.at >= :from", "from", moment(filter.from()))
                .and("first.at < :until", "until", moment(filter.until()))
                .and("first.score >= :atLeast", "atLeast", filter.atLeast())
                .and("first.score <= :atMost", "atMost", filter.atMost())
                .and("first.language = :language", "language", filter.language())
                .and("a.tags @> array[:tag]::text[]", "tag", filter.tag())
                .and(CAMPAIGN, "campaign", filter.campaign())
                .and(
                        "first.survey_key = any(:surveys)",
                        "surveys",
                        filter.touchpoint().isEmpty() ? null : atTouchpoint.toArray(String[]::new))
                .and("survey.words(latest.comment) @@ :words::tsquery", "words", Sought.query(filter.text()));
    }

    /** Other conditions that may use the same values. */
    Conditions among(String other) {
        return new Conditions(other, values);
    }

    /** The same for those that come after a place. */
    Conditions after(Place place) {
        return and("first.at <= :placeAt", "placeAt", moment(place.at()))
                .and("(first.at, first.invitation_id) < (:placeAt, :placeId)", "placeId", place.invitation());
    }

    /** A value that is null or empty narrows nothing. */
    private Conditions and(String condition, String name, @Nullable Object value) {
        if (value == null || value.equals("")) {
            return this;
        }
        var more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Conditions(sql + " and " + condition, more);
    }

    /** Each scale has its own parts. */
    private static String part(Metric.@Nullable Part part) {
        return part == null
                ? ""
                : Stream.of(Metric.values())
                        .map(metric -> "first.metric = '%s' and first.score between %d and %d"
                                .formatted(metric.key(), metric.from(part), last(metric, part)))
                        .collect(Collectors.joining(" or ", " and (", ")"));
    }

    private static int last(Metric metric, Metric.Part part) {
        return switch (part) {
            case LOWER -> metric.from(Metric.Part.MIDDLE) - 1;
            case MIDDLE -> metric.from(Metric.Part.UPPER) - 1;
            case UPPER -> metric.highest();
        };
    }

    private static @Nullable Object moment(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
