package dev.uplift.survey.answers;

import dev.uplift.platform.database.Patience;
import dev.uplift.survey.Mode;
import dev.uplift.survey.Survey;
import dev.uplift.survey.Surveys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What customers said, to be read and searched; the newest first. */
@Component
public class Answers {

    /** Hits are counted up to here; {@link #MOST} means at least so many. */
    public static final int MOST = 1_000;

    private static final int AT_ONCE = 500;

    private static final String SEARCHED = """
              from survey.response_event first
              join survey.answer a on a.first_id = first.id
              join survey.response_event latest on latest.id = a.latest_id
            """;

    private static final String ROWS = """
            select first.invitation_id, first.at, first.survey_key, first.metric, first.score, latest.score as latest_score, latest.reasons, latest.comment,
                   latest.language, latest.given, first.mode, coalesce(latest.call_back, false) as call_back, a.latest_id <> a.first_id as amended,
                   a.tags, r.campaign_key, m.external_id,
                   concat_ws(' ', m.attributes ->> 'firstName', m.attributes ->> 'lastName') as name
            """ + SEARCHED + """
              left join campaign.run r on r.run_id = first.run_id
              left join audience.member m on m.customer_id = first.customer_id
             where %s
             order by first.at desc, first.invitation_id desc
            """;

    private static final String HITS = "select first.id " + SEARCHED + " where %s limit " + MOST;

    private static final String COUNT = "select count(*) from (" + HITS + ") as hit";

    /** Hits that are few are found first: walking through all answers from the newest would take long to meet them. */
    private static final String FEW = "with hit as materialized (" + HITS + ") ";

    /** Whoever downloads slowly holds no lock. */
    private static final String UNHURRIED = "set local idle_in_transaction_session_timeout = '10min'";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Patience patience;
    private final Surveys surveys;

    public Answers(JdbcClient jdbc, TransactionOperations transaction, Patience patience, Surveys surveys) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.patience = patience;
        this.surveys = surveys;
    }

    /**
     * What was found.
     *
     * @param count how many there are in all, counted up to {@link #MOST}
     * @param next where the list goes on, or null at its end
     */
    public record Found(
            long count, List<AnswerRow> rows, @Nullable Place next) {}

    /**
     * A page of answers.
     *
     * @param after where the page before ended, or null for the first
     * @param most rows at most
     * @param named whether to tell who said it
     */
    public Found find(AnswerFilter filter, @Nullable Place after, int most, boolean named) {
        var all = conditions(filter);
        var count = jdbc.sql(COUNT.formatted(all.sql()))
                .params(all.values())
                .query(Long.class)
                .single();
        var rows = count == 0 ? List.<AnswerRow>of() : rows(all, count < MOST, after, most + 1, named);
        return rows.size() <= most
                ? new Found(count, rows, null)
                : new Found(count, rows.subList(0, most), rows.get(most - 1).place());
    }

    private List<AnswerRow> rows(Conditions all, boolean few, @Nullable Place after, int most, boolean named) {
        var wanted = few ? all.among("first.id in (select id from hit)") : all;
        var asked = after == null ? wanted : wanted.after(after);
        return jdbc.sql((few ? FEW.formatted(all.sql()) : "") + ROWS.formatted(asked.sql()) + " limit " + most)
                .params(asked.values())
                .query((row, number) -> row(row, named))
                .list();
    }

    /** Gives all of them, one after the other, as they were at one instant; memory stays bounded however many there are. */
    public void each(AnswerFilter filter, boolean named, Consumer<AnswerRow> reader) {
        var asked = conditions(filter);
        transaction.executeWithoutResult(status -> {
            patience.have();
            jdbc.sql(UNHURRIED).update();
            jdbc.sql(ROWS.formatted(asked.sql()))
                    .params(asked.values())
                    .withFetchSize(AT_ONCE)
                    .query(row -> {
                        reader.accept(row(row, named));
                    });
        });
    }

    private Conditions conditions(AnswerFilter filter) {
        var there = surveys.keys().stream()
                .filter(key -> touchpoint(key).equals(filter.touchpoint()))
                .toList();
        return Conditions.of(filter, there);
    }

    /** Whoever was promised to stay unknown does. */
    private AnswerRow row(ResultSet row, boolean named) throws SQLException {
        var identified = Mode.IDENTIFIED.key().equals(row.getString("mode"));
        return AnswerRow.of(row, touchpoint(row.getString("survey_key")), named && identified);
    }

    private String touchpoint(String survey) {
        return surveys.find(survey).map(Survey::touchpoint).orElse(survey);
    }
}
