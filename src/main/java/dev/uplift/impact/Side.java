package dev.uplift.impact;

import dev.uplift.impact.stats.Classes;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * One arm as the database adds it up.
 *
 * @param answers answers to this run's survey, one per person
 * @param earlier latest answers of the same arm before it was drawn
 * @param recent answers of the last seven days
 * @param surveys keys of the surveys the arm was invited to
 */
record Side(
        String arm,
        long assigned,
        long exposed,
        long invited,
        Classes answers,
        Classes earlier,
        long recent,
        String surveys) {

    static Side nobody(String arm) {
        return new Side(arm, 0, 0, 0, new Classes(0, 0, 0), new Classes(0, 0, 0), 0, "");
    }

    static Side of(ResultSet row, int number) throws SQLException {
        return new Side(
                row.getString("arm"),
                row.getLong("assigned"),
                row.getLong("exposed"),
                row.getLong("invited"),
                new Classes(row.getLong("detractors"), row.getLong("passives"), row.getLong("promoters")),
                new Classes(
                        row.getLong("earlier_detractors"),
                        row.getLong("earlier_passives"),
                        row.getLong("earlier_promoters")),
                row.getLong("recent"),
                row.getString("surveys"));
    }

    long answered() {
        return answers.answered();
    }

    /** Share of the invited who answered, 0 to 1; 0 while nobody has been invited. */
    double rate() {
        return invited == 0 ? 0 : (double) answered() / invited;
    }

    /** The arm as it is shown; scores of a hidden arm stay away. */
    Report.Arm shown(boolean hidden) {
        var scored = answered() > 0 && !hidden;
        var range = answers.range().clipped(100);
        return new Report.Arm(
                assigned,
                exposed,
                invited,
                answered(),
                answers.detractors(),
                answers.passives(),
                answers.promoters(),
                scored ? answers.score() : null,
                scored ? range.low() : null,
                scored ? range.high() : null);
    }
}
