package dev.uplift.survey;

import dev.uplift.platform.CustomerId;
import dev.uplift.platform.RunId;
import dev.uplift.platform.SendId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who was invited, and the state of each invitation as its holder sees it. */
record Invitations(JdbcClient jdbc) {

    private static final String INVITE = """
            insert into survey.invitation
                   (send_id, run_id, arm, customer_id, survey_key, mode, language, token_hash, created_at, expires_at)
            select send_id, run_id, nullif(arm, ''), customer_id, survey_key, mode, language, decode(token_hash, 'hex'), :now,
                   expires_at
              from unnest(:sends::uuid[], :runs::bigint[], :arms::text[], :customers::bigint[], :surveys::text[],
                          :modes::text[], :languages::text[], :hashes::text[], :expiries::timestamptz[])
                   as invited (send_id, run_id, arm, customer_id, survey_key, mode, language, token_hash, expires_at)
                on conflict do nothing""";

    private static final String FIND = """
            select i.send_id, i.run_id, i.customer_id, i.survey_key, i.mode, i.language as invited_in, i.expires_at,
                   exists (select from survey.used u where u.invitation_id = i.id) as used, first.at as first_at,
                   latest.score, latest.reasons, latest.comment, latest.call_back, latest.given, latest.language
              from survey.invitation i
              left join survey.response_event first on first.invitation_id = i.id and first.type = 'CONFIRMED'
              left join lateral (select e.*
                                   from survey.response_event e
                                  where e.invitation_id = i.id
                                  order by e.id desc
                                  limit 1) latest on true
             where i.token_hash = :hash""";

    /** One invitation to be stored. */
    record Row(Invite invite, Token token, Survey survey, Instant expiresAt) {}

    void add(List<Row> rows, OffsetDateTime now) {
        jdbc.sql(INVITE)
                .param("now", now)
                .param("sends", texts(rows, row -> row.invite().send().value()))
                .param("runs", texts(rows, row -> row.invite().run().value()))
                .param(
                        "arms",
                        texts(
                                rows,
                                row -> Objects.requireNonNullElse(row.invite().arm(), "")))
                .param("modes", texts(rows, row -> row.survey().mode().key()))
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
        var first = row.getObject("first_at", OffsetDateTime.class);
        return Optional.of(new Invitation(
                new SendId(row.getObject("send_id", UUID.class)),
                new RunId(row.getLong("run_id")),
                new CustomerId(row.getLong("customer_id")),
                survey,
                Mode.of(row.getString("mode")).orElseThrow(),
                row.getString("invited_in"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                first == null ? null : Responses.answer(row),
                first == null ? null : first.toInstant(),
                first != null || row.getBoolean("used"),
                now));
    }

    private static String[] texts(List<Row> rows, Function<Row, Object> value) {
        return rows.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}
