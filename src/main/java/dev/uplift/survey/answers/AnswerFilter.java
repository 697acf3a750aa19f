package dev.uplift.survey.answers;

import dev.uplift.platform.Metric;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which answers are looked for; null and empty texts mean all.
 *
 * @param survey key of the survey
 * @param from first instant
 * @param until first instant that is too late
 * @param atLeast lowest score, on each survey's own scale
 * @param atMost highest score
 * @param part of the scale, such as detractors
 * @param tag key of what it is about
 * @param text words or beginnings of words that must all occur in the comment
 * @param language of the page on which it was written, ISO 639
 * @param touchpoint the moment it is about
 * @param campaign key of the campaign that asked
 */
public record AnswerFilter(
        String survey,
        @Nullable Metric metric,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Integer atLeast,
        @Nullable Integer atMost,
        Metric.@Nullable Part part,
        String tag,
        String text,
        String language,
        String touchpoint,
        String campaign) {}
