package dev.uplift.survey;

import dev.uplift.platform.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked.
 *
 * @param key file name in {@code campaigns/surveys/}
 * @param version tells texts of the same survey apart: SHA-256 as 64 hexadecimal digits
 * @param metric what is asked for, which gives the scale
 * @param kind {@code transactional} or {@code relational}; never mixed in one number
 * @param touchpoint the moment of the customer journey it is about
 * @param mode what will be known of who answered
 * @param expires how long an invitation can be answered
 * @param occasion line under the question, by language
 * @param why how to ask for reasons, by part of the scale and language; may lack any
 * @param reasons reasons to choose from, by language
 * @param questions what else is asked, in order
 */
public record Survey(
        String key,
        String version,
        Metric metric,
        String kind,
        String touchpoint,
        Mode mode,
        Duration expires,
        Map<String, String> occasion,
        Map<Metric.Part, Map<String, String>> why,
        Map<String, List<String>> reasons,
        List<Question> questions) {

    /** A reason that was offered in one language, in the words of another; as it stands if it is not offered any more. */
    public String reason(String offered, String language) {
        var wanted = reasons.getOrDefault(language, List.of());
        return reasons.values().stream()
                .map(words -> words.indexOf(offered))
                .filter(place -> place >= 0 && place < wanted.size())
                .findFirst()
                .map(wanted::get)
                .orElse(offered);
    }

    /** The questions to ask after this score and these answers; answers to questions that are not asked do not count. */
    public List<Question> asked(int score, Map<String, List<String>> given) {
        var asked = new ArrayList<Question>();
        var counted = new HashMap<String, List<String>>();
        for (var question : questions) {
            if (question.showIf().holds(score, counted)) {
                asked.add(question);
                counted.put(question.key(), question.accepted(given.getOrDefault(question.key(), List.of())));
            }
        }
        return asked;
    }
}
