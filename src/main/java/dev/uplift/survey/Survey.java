package dev.uplift.survey;

import dev.uplift.platform.Metric;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What is asked.
 *
 * @param key file name in {@code campaigns/surveys/}
 * @param metric what is asked for, which gives the scale
 * @param kind {@code transactional} or {@code relational}; never mixed in one number
 * @param touchpoint the moment of the customer journey it is about
 * @param expires how long an invitation can be answered
 * @param occasion line under the question, by language
 * @param reasons reasons to choose from, by language
 */
public record Survey(
        String key,
        Metric metric,
        String kind,
        String touchpoint,
        Duration expires,
        Map<String, String> occasion,
        Map<String, List<String>> reasons) {}
