package dev.uplift.survey;

import dev.uplift.platform.CustomerId;
import dev.uplift.platform.RunId;
import dev.uplift.platform.SendId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who was invited, and the state of each invitation as its holder sees it. */
record Invitations(JdbcClient jdbc) {

    /** How long a given answer can still be changed. */
    static final Duration AMENDABLE = Duration.ofDays(30);

    private static final String INVITE = """
            insert into survey.invitation
                   (send_id, run_id, customer_id, survey_key, language, token_hash, created_at, expires_at)
            select send_id, run_id, customer_id, survey_key, language, decode(token_hash, 'hex'), :now, expires_at
              from unnest(:sends::uuid[], :runs::bigint[], :customers::bigint[], :surveys::text[], :languages::text[],
                          :hashes::text[], :expiries::timestamptz[])
                   as invited (send_id, run_id, customer_id, survey_key, language, token_hash, expires_at)
                on conflict do nothing""";

    private static final String FIND = """
            select i.send_id, i.run_id, i.customer_id, i.survey_key, i.language as invited_in, i.expires_at,
                   first.at as first_at, latest.score, latest.reasons, latest.comment, latest.call_back, latest.language
              from survey.invitation i
              left join survey.response_event first on first.invitation_id = i.id and first.type = 'CONFIRMED'
              left join lateral (select e.*
                                   from survey.response_event e
                                  where e.invitation_id = i.id
                                  order by e.id desc
                                  limit 1) latest on true
             where i.token_hash = :hash""";

    /** One invitation to be stored. */
    record Row(Invite invite, Token token, Instant expiresAt) {}

    void add(List<Row> rows, OffsetDateTime now) {
        jdbc.sql(INVITE)
                .param("now", now)
                .param("sends", texts(rows, row -> row.invite().send().value()))
                .param("runs", texts(rows, row -> row.invite().run().value()))
                .param("customers", texts(rows, row -> row.invite().customer().value()))
                .param("surveys", texts(rows, row -> row.invite().survey()))
                .param("languages", texts(rows, row -> row.invite().language()))
                .param(
                        "hashes",
                        texts(rows, row -> HexFormat.of().formatHex(row.token().hash())))
                .param("expiries", texts(rows, Row::expiresAt))
                .update();
    }

    /** The invitation, unless nobody has it or its survey is unknown. */
    Optional<Invitation> find(Token token, Map<String, Survey> surveys, Instant now) {
        return jdbc.sql(FIND)
                .param("hash", token.hash())
                .query((row, number) -> invitation(row, surveys.get(row.getString("survey_key")), now))
                .optional()
                .flatMap(Function.identity());
    }

    private static Optional<Invitation> invitation(ResultSet row, @Nullable Survey survey, Instant now)
            throws SQLException {
        if (survey == null) {
            return Optional.empty();
        }
        var firstAt = row.getObject("first_at", OffsetDateTime.class);
        var expiresAt = row.getObject("expires_at", OffsetDateTime.class).toInstant();
        var closesAt = firstAt == null ? expiresAt : firstAt.toInstant().plus(AMENDABLE);
        return Optional.of(new Invitation(
                new SendId(row.getObject("send_id", UUID.class)),
                new RunId(row.getLong("run_id")),
                new CustomerId(row.getLong("customer_id")),
                survey,
                row.getString("invited_in"),
                expiresAt,
                firstAt == null ? null : given(row),
                now.isBefore(closesAt)));
    }

    private static Answer given(ResultSet row) throws SQLException {
        return new Answer(
                row.getInt("score"),
                List.of((String[]) row.getArray("reasons").getArray()),
                row.getString("comment"),
                row.getBoolean("call_back"),
                row.getString("language"));
    }

    private static String[] texts(List<Row> rows, Function<Row, Object> value) {
        return rows.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}
