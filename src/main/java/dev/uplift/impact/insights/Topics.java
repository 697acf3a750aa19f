package dev.uplift.impact.insights;

import dev.uplift.impact.stats.Classes;
import dev.uplift.platform.Metric;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What comments are about, and how those who mention it answer beside those who do not: an association, never a cause. */
@Component
public class Topics {

    private static final String EVERYTHING = "";

    private static final String COUNTS = """
            select t.tag, c.score, count(*) as answers
              from survey.commented c
             cross join unnest(array_append(c.tags, '')) as t (tag)
             where c.survey_key = :survey and c.metric = :metric and c.at >= :from and c.at < :until
             group by t.tag, c.score""";

    private final JdbcClient jdbc;

    Topics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The answers with a comment by the part of the scale, and the topics among them. */
    public record Overview(Classes all, List<Topic> topics) {}

    /**
     * The topics of one survey's answers in a span, the most frequent first; one that fewer than five mention, or all but
     * fewer than five, is left out.
     */
    public Overview of(String survey, Metric metric, Instant from, Instant until) {
        var counts = new TreeMap<String, Classes>();
        jdbc.sql(COUNTS)
                .param("survey", survey)
                .param("metric", metric.key())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    var more = classes(metric, row.getInt("score"), row.getLong("answers"));
                    counts.merge(row.getString("tag"), more, Classes::plus);
                });
        var all = counts.getOrDefault(EVERYTHING, Cells.NONE);
        return new Overview(all, topics(counts, all));
    }

    private static List<Topic> topics(Map<String, Classes> counts, Classes all) {
        return counts.entrySet().stream()
                .filter(count -> !count.getKey().equals(EVERYTHING))
                .map(count -> new Topic(count.getKey(), count.getValue(), less(all, count.getValue())))
                .filter(topic -> topic.mentioned().answered() >= Group.FEWEST_SHOWN
                        && topic.others().answered() >= Group.FEWEST_SHOWN)
                .sorted(Comparator.comparingLong(
                                (Topic topic) -> -topic.mentioned().answered())
                        .thenComparing(Topic::tag))
                .toList();
    }

    private static Classes less(Classes all, Classes part) {
        return new Classes(
                all.detractors() - part.detractors(),
                all.passives() - part.passives(),
                all.promoters() - part.promoters());
    }

    private static Classes classes(Metric metric, int score, long answers) {
        return switch (metric.part(score)) {
            case UPPER -> new Classes(0, 0, answers);
            case MIDDLE -> new Classes(0, answers, 0);
            case LOWER -> new Classes(answers, 0, 0);
        };
    }
}
