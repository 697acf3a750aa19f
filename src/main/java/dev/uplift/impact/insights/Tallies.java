package dev.uplift.impact.insights;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The counts, as the pages ask for them. */
@Repository
class Tallies {

    private static final String SERIES = """
            select s.survey_key, s.kind, s.touchpoint, t.first, t.last
              from impact.series s
              join lateral (select (select min(day) from impact.tally where segment = '' and series_id = s.id) as first,
                                   (select max(day) from impact.tally where segment = '' and series_id = s.id) as last) t
                on t.first is not null
             order by t.last desc, s.survey_key""";

    private static final String SLICES = """
            select date_trunc(:unit, t.day::timestamp)::date as start, t.score, sum(t.answers) as answers
              from impact.tally t
              join impact.series s on s.id = t.series_id
             where t.segment = :segment
               and t.day between :first and :last
               and s.kind = :kind
               and :touchpoint in ('', s.touchpoint)
               and :survey in ('', s.survey_key)
               and :channel in ('', t.channel)
             group by 1, 2""";

    private static final String CELLS = """
            select t.segment, s.touchpoint, s.survey_key, t.channel,
                   date_trunc(:unit, t.day::timestamp)::date as start,
                   coalesce(sum(t.answers) filter (where t.score <= 6), 0) as detractors,
                   coalesce(sum(t.answers) filter (where t.score between 7 and 8), 0) as passives,
                   coalesce(sum(t.answers) filter (where t.score >= 9), 0) as promoters
              from impact.tally t
              join impact.series s on s.id = t.series_id
             where s.kind = :kind
               and t.day between :first and :last
             group by 1, 2, 3, 4, 5""";

    private static final String CONTACTS = """
            select t.kind, t.contact_channel, t.contacts,
                   coalesce(sum(t.answers) filter (where t.score <= 6), 0) as detractors,
                   coalesce(sum(t.answers) filter (where t.score between 7 and 8), 0) as passives,
                   coalesce(sum(t.answers) filter (where t.score >= 9), 0) as promoters
              from impact.contact_tally t
              join impact.series s on s.id = t.series_id
             where t.day between :first and :last
               and s.kind = :kind
               and :touchpoint in ('', s.touchpoint)
               and :survey in ('', s.survey_key)
               and :channel in ('', t.channel)
             group by 1, 2, 3
             order by t.kind <> 'none', 1, 2, 3""";

    private static final String MARKS = """
            select *
              from (select (r.start_at at time zone :zone)::date as day, r.campaign_key, r.number
                      from campaign.run r
                     order by r.start_at desc) m
             where m.day between :first and :last
             limit 20""";

    private final JdbcClient jdbc;

    Tallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was ever asked and answered, the newest first. */
    List<Series> series() {
        return jdbc.sql(SERIES)
                .query((row, number) -> new Series(
                        row.getString("survey_key"),
                        row.getString("kind"),
                        row.getString("touchpoint"),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class)))
                .list();
    }

    /** Answers of the scope by week or month and score. */
    List<ScoreCount> slices(Scope scope, Span span) {
        return within(SLICES, scope, span)
                .param("segment", scope.segment())
                .param("unit", span.unit().name())
                .query((row, number) -> new ScoreCount(
                        row.getObject("start", LocalDate.class), row.getInt("score"), row.getLong("answers")))
                .list();
    }

    /** Answers of one kind, by all that the page may tell apart. */
    List<Cell> cells(String kind, Span span) {
        return jdbc.sql(CELLS)
                .param("kind", kind)
                .param("first", span.first())
                .param("last", span.last())
                .param("unit", span.unit().name())
                .query(Cell::of)
                .list();
    }

    /** Answers by the contacts before them; segments are not told apart here. */
    List<Contact> contacts(Scope scope, Span span) {
        return within(CONTACTS, scope, span)
                .query((row, number) -> new Contact(
                        row.getString("kind"),
                        row.getString("contact_channel"),
                        row.getInt("contacts"),
                        Scores.classes(row)))
                .list();
    }

    /** The newest 20 runs that began within the span, the newest first. */
    List<Mark> marks(Span span, ZoneId zone) {
        return jdbc.sql(MARKS)
                .param("zone", zone.getId())
                .param("first", span.first())
                .param("last", span.last())
                .query((row, number) -> new Mark(
                        row.getObject("day", LocalDate.class), row.getString("campaign_key"), row.getInt("number")))
                .list();
    }

    private JdbcClient.StatementSpec within(String statement, Scope scope, Span span) {
        return jdbc.sql(statement)
                .param("kind", scope.kind())
                .param("touchpoint", scope.touchpoint())
                .param("survey", scope.survey())
                .param("channel", scope.channel())
                .param("first", span.first())
                .param("last", span.last());
    }

    /** How many answers of a week or month gave one score. */
    record ScoreCount(LocalDate start, int score, long answers) {}
}
