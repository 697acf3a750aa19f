package dev.uplift.survey;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Openings of survey links, and the rules by which programs give themselves away; an opening never answers anything. */
@Repository
public class Sightings {

    /** Of a link that is answered anonymously nothing is noted: when it was opened could tell whose answer is whose. */
    private static final String SEE = """
            insert into survey.sighting (invitation_id, kind, score, agent, at)
            select i.id, :kind, :score, :agent, :now
              from survey.invitation i
             where i.token_hash = :hash
               and i.mode <> 'anonymous'
               and (select count(*) from survey.sighting s where s.invitation_id = i.id) < 50""";

    /** Runs after the opening is committed, so that the last of many at once sees them all. */
    private static final String JUDGE = """
            insert into survey.scanned (invitation_id, rule, at)
            select i.id, rule.name, :now
              from survey.invitation i
             cross join lateral (values
                   ('HIDDEN_LINK', :hidden),
                   ('TOO_SOON', :tooSoon),
                   ('MANY_SCORES', (select count(distinct s.score) >= 3
                                      from survey.sighting s
                                     where s.invitation_id = i.id
                                       and s.at > :now::timestamptz - interval '10 seconds'))) rule (name, broken)
             where i.token_hash = :hash
               and i.mode <> 'anonymous'
               and rule.broken
                on conflict do nothing""";

    private static final String RULES = """
            select rule.name, count(k.invitation_id) as invitations
              from (values ('HIDDEN_LINK'), ('MANY_SCORES'), ('TOO_SOON')) rule (name)
              left join (survey.scanned k
                         join survey.invitation i on i.id = k.invitation_id and i.created_at > :since) on k.rule = rule.name
             group by rule.name
             order by rule.name""";

    private static final String COUNTS = """
            select (select count(*) from survey.invitation where created_at > :since) as invitations,
                   (select count(*) from survey.opened where invited_at > :since) as opened,
                   (select count(distinct k.invitation_id)
                      from survey.scanned k
                      join survey.invitation i on i.id = k.invitation_id
                     where i.created_at > :since) as scanned,
                   count(*) as answers, count(*) filter (where review) as review
              from survey.response_event
             where type = 'CONFIRMED' and at > :since""";

    private static final Duration MONTH = Duration.ofDays(30);

    private final JdbcClient jdbc;

    /** Keeps them in this database. */
    public Sightings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that somebody or something opened the link; a token that nobody has is ignored. */
    public void opened(String token, Sighting sighting, Instant now) {
        see(token, sighting.score() == null ? "OPENED" : "PRESELECTED", sighting, now);
    }

    /** Notes that something followed the link that people do not see. */
    public void hidden(String token, Agent agent, Instant now) {
        see(token, "HIDDEN", new Sighting(null, agent, false), now);
    }

    /** What programs did to invitations and answers of the last 30 days. */
    public FalseAnswers lastMonth(Instant now) {
        var since = now.minus(MONTH);
        var from = OffsetDateTime.ofInstant(since, ZoneOffset.UTC);
        return jdbc.sql(COUNTS)
                .param("since", from)
                .query((row, number) -> new FalseAnswers(
                        since,
                        row.getLong("invitations"),
                        row.getLong("opened"),
                        row.getLong("scanned"),
                        byRule(from),
                        row.getLong("answers"),
                        row.getLong("review")))
                .single();
    }

    private Map<String, Long> byRule(OffsetDateTime since) {
        var rules = new LinkedHashMap<String, Long>();
        jdbc.sql(RULES).param("since", since).query(row -> {
            rules.put(row.getString("name"), row.getLong("invitations"));
        });
        return rules;
    }

    private void see(String token, String kind, Sighting sighting, Instant now) {
        var hash = new Token(token).hash();
        var at = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
        jdbc.sql(SEE)
                .param("hash", hash)
                .param("kind", kind)
                .param("score", score(sighting))
                .param("agent", sighting.agent().name())
                .param("now", at)
                .update();
        jdbc.sql(JUDGE)
                .param("hash", hash)
                .param("hidden", kind.equals("HIDDEN"))
                .param("tooSoon", sighting.tooSoon())
                .param("now", at)
                .update();
    }

    private static @Nullable Short score(Sighting sighting) {
        var score = sighting.score();
        return score == null ? null : (Short) score.shortValue();
    }
}
