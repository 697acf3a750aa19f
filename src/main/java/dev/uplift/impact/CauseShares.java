package dev.uplift.impact;

import dev.uplift.impact.DeskFigures.Portion;
import dev.uplift.impact.stats.Share;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often a root cause was named before and after something changed, which never proves that the change did it. */
@Component
public class CauseShares {

    /** Spans before and after are alike in length, so that seasons and staff have the same weight. */
    private static final String SHARES = """
            select c.opened_at >= :pivot as after, count(*) as people,
                   count(*) filter (where c.root_cause = :cause) as named
              from followup.chronicle c
             where c.desk = :desk and c.root_cause is not null
               and c.opened_at >= :from and c.opened_at <= :now
             group by 1""";

    private final JdbcClient jdbc;

    CauseShares(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Of the cases with any root cause those with this one.
     *
     * @param days how long before and after, at least 1
     * @param low lower end of the 95 % range (Newcombe) of after less before, in percentage points
     */
    public record Change(Portion before, Portion after, long days, double low, double high) {}

    /** The change since an instant; empty while one side has no case with a root cause. */
    public Optional<Change> since(Instant pivot, String desk, String cause, Instant now) {
        var span = Duration.between(pivot, now);
        var sides = jdbc.sql(SHARES)
                .param("pivot", Timestamp.from(pivot))
                .param("cause", cause)
                .param("desk", desk)
                .param("from", Timestamp.from(pivot.minus(span)))
                .param("now", Timestamp.from(now))
                .query((row, number) ->
                        new Side(row.getBoolean("after"), new Share(row.getLong("named"), row.getLong("people"))))
                .list();
        return sides.size() < 2
                ? Optional.empty()
                : Optional.of(change(side(sides, false), side(sides, true), Math.max(1, span.toDays())));
    }

    private static Change change(Share before, Share after, long days) {
        var range = after.less(before, .05);
        return new Change(
                Portion.of("", before.some(), before.all()),
                Portion.of("", after.some(), after.all()),
                days,
                Rounded.of(range.low()),
                Rounded.of(range.high()));
    }

    private static Share side(Iterable<Side> sides, boolean after) {
        for (var side : sides) {
            if (side.after == after) {
                return side.share;
            }
        }
        throw new IllegalStateException("Both sides were counted");
    }

    private record Side(boolean after, Share share) {}
}
