package dev.uplift.impact.insights;

import dev.uplift.audience.Rule;
import dev.uplift.audience.Segments;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the answers for the pages: in all, by segment, and by contacts before them.
 *
 * <p>Segments are who customers are at the time of the count, for their old answers too: a segment defined today has a past at
 * once, and its trend follows the same people instead of whoever belonged to it then.
 */
@Component
class TallyCount {

    private static final String EVERYBODY = """
            insert into impact.tally (segment, series_id, day, channel, score, answers)
            select '', series_id, day, channel, score, count(*)
              from impact.answer
             group by series_id, day, channel, score""";

    /** The placeholder takes the rule of the segment. */
    private static final String SEGMENT = """
            insert into impact.tally (segment, series_id, day, channel, score, answers)
            select :segment, series_id, day, channel, score, count(*)
              from impact.answer
             where customer_id in (select m.customer_id from audience.member m where %s)
             group by series_id, day, channel, score""";

    private static final String CONTACTS = """
            insert into impact.contact_tally
                   (series_id, day, channel, kind, contact_channel, contacts, score, answers)
            select a.series_id, a.day, a.channel, coalesce(c.kind, 'none'), coalesce(c.channel, ''),
                   least(3, coalesce(c.contacts, 0)), a.score, count(*)
              from impact.answer a
              left join impact.contact c on c.invitation_id = a.invitation_id
             group by 1, 2, 3, 4, 5, 6, 7""";

    private final JdbcClient jdbc;
    private final Segments segments;

    TallyCount(JdbcClient jdbc, Segments segments) {
        this.jdbc = jdbc;
        this.segments = segments;
    }

    /** Replaces all counts; readers see the old ones until the transaction ends. */
    void recount(Instant now) {
        jdbc.sql("delete from impact.tally").update();
        jdbc.sql("delete from impact.contact_tally").update();
        jdbc.sql(EVERYBODY).update();
        segments.keys().forEach(key -> count(key, now));
        jdbc.sql(CONTACTS).update();
        jdbc.sql("analyze impact.tally, impact.contact_tally").update();
    }

    private void count(String segment, Instant now) {
        var members = segments.condition(new Rule.Segment(segment), now);
        jdbc.sql(SEGMENT.formatted(members.sql()))
                .params(members.parameters())
                .param("segment", segment)
                .update();
    }
}
