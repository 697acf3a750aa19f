package dev.uplift.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.uplift.survey.answers.AnswerQuestion;
import dev.uplift.survey.answers.AnswerRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as programs read it.
 *
 * @param kind {@code detractor}, {@code passive} or {@code promoter}: the lower, middle or upper part of the scale
 * @param customer absent where the caller may not know
 * @param caseId number of the case that it became, if the caller works at its desk
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnswerView(
        long id,
        Instant at,
        String survey,
        String touchpoint,
        String metric,
        int score,
        int latestScore,
        @JsonProperty("class") String kind,
        List<String> reasons,
        Map<String, List<String>> given,
        String comment,
        String language,
        List<String> tags,
        String campaign,
        boolean callBack,
        boolean amended,
        AnswerRow.@Nullable Person customer,
        @Nullable Long caseId) {

    static AnswerView of(AnswerRow row, @Nullable Long caseId) {
        return new AnswerView(
                row.invitation(),
                row.at(),
                row.survey(),
                row.touchpoint(),
                row.metric().key(),
                row.score(),
                row.latest(),
                kind(row),
                row.reasons(),
                row.given(),
                row.comment(),
                row.language(),
                row.tags(),
                row.campaign(),
                row.callBack(),
                row.amended(),
                row.customer(),
                caseId);
    }

    /** The part of the scale as addresses name it. */
    static String kind(AnswerRow row) {
        var part = row.metric().part(row.score());
        return AnswerQuestion.CLASSES.entrySet().stream()
                .filter(known -> known.getValue() == part)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
