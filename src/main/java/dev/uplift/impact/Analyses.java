package dev.uplift.impact;

import dev.uplift.campaign.Run;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Every look at different evidence, kept with all that is needed to compute it again. */
@Repository
public class Analyses {

    private static final String KEEP = """
            insert into impact.analysis (run_id, as_of, engine, input_sha256, input, result, code)
            values (:run, :asOf, :engine, decode(:hash, 'hex'), :input, :result, :code)
            on conflict do nothing""";

    private static final String HISTORY = """
            select a.id, a.as_of, a.engine, a.code, encode(a.input_sha256, 'hex') as hash
              from impact.analysis a
              join impact.plan p on p.run_id = a.run_id
             where p.campaign_key = :campaign
             order by a.id desc
             limit 100""";

    private static final String NEWEST = """
            select result
              from impact.analysis
             where id in (select max(a.id)
                            from impact.analysis a
                            join impact.plan p on p.run_id = a.run_id
                           group by p.campaign_key)
             order by id desc""";

    private static final String LOOKS = """
            select count(*)
              from impact.analysis
             where run_id = :run and input_sha256 <> decode(:hash, 'hex')""";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    Analyses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A look that was taken; hash is that of its input. */
    public record Kept(long id, Instant asOf, String engine, String code, String hash) {}

    /** The newest looks at a campaign, newest first. */
    public List<Kept> history(String campaign) {
        return jdbc.sql(HISTORY)
                .param("campaign", campaign)
                .query((row, number) -> new Kept(
                        row.getLong("id"),
                        row.getTimestamp("as_of").toInstant(),
                        row.getString("engine"),
                        row.getString("code"),
                        row.getString("hash")))
                .list();
    }

    /** The newest look at each campaign that was ever looked at; nothing is computed. */
    public List<Finding> newest() {
        return jdbc.sql(NEWEST).query(String.class).list().stream()
                .map(result -> JSON.readValue(result, Finding.class))
                .toList();
    }

    /** What the newest looks said, without their numbers. */
    public List<LatestVerdict> latest() {
        return newest().stream().map(LatestVerdict::of).toList();
    }

    /** The report of a look as it was computed then, as JSON. */
    public Optional<String> result(String campaign, long id) {
        return jdbc.sql("""
                        select a.result
                          from impact.analysis a
                          join impact.plan p on p.run_id = a.run_id
                         where a.id = :id and p.campaign_key = :campaign""")
                .param("id", id)
                .param("campaign", campaign)
                .query(String.class)
                .optional();
    }

    /** Judges the evidence on a run, and keeps the look if it is new. */
    Report judge(Run run, Evidence evidence) {
        var hash = hash(evidence);
        var report = judge(evidence.after(looks(run, hash)));
        jdbc.sql(KEEP)
                .param("run", run.id().value())
                .param("asOf", Timestamp.from(evidence.asOf()))
                .param("engine", Analysis.ENGINE)
                .param("hash", hash)
                .param("input", JSON.writeValueAsString(evidence))
                .param("result", JSON.writeValueAsString(report))
                .param("code", report.verdict().code())
                .update();
        return report;
    }

    /** Judges evidence; the same evidence gives the same report, byte for byte. */
    static Report judge(Evidence evidence) {
        return judge(Subject.CAMPAIGN, evidence);
    }

    /** The same about something else than a campaign. */
    static Report judge(Subject subject, Evidence evidence) {
        var method = new Report.Method(Analysis.ENGINE, hash(evidence), hash(JSON.writeValueAsString(evidence.plan())));
        return new Analysis(subject, evidence).report(method);
    }

    private int looks(Run run, String hash) {
        return jdbc.sql(LOOKS)
                .param("run", run.id().value())
                .param("hash", hash)
                .query(Integer.class)
                .single();
    }

    private static String hash(Evidence evidence) {
        return hash(JSON.writeValueAsString(evidence.timeless()));
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
