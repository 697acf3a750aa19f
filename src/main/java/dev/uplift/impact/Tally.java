package dev.uplift.impact;

import dev.uplift.impact.Evidence.Besides;
import dev.uplift.impact.stats.Balance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Puts counts of several statements together by those who were alike, in an order that does not depend on the database. */
final class Tally {

    private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::arm)
            .reversed()
            .thenComparing(cell -> cell.stratum)
            .thenComparing(cell -> cell.earlier, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Below this one arm seems to answer more often, and it is cheaper to count by cell at once than twice. */
    private static final double PROBABLY = .05;

    private final Map<Integer, Cell> cells = new HashMap<>();
    private final Map<String, Arm> arms = Map.of("treated", new Arm(), "hold-out", new Arm());
    private final Themes themes = new Themes();

    /** People who were alike before the lot; these rows come first. */
    boolean drawn(ResultSet row) throws SQLException {
        var cell = new Cell(row);
        cells.put(row.getInt("cell"), cell);
        arm(cell.arm).assigned += cell.assigned;
        return true;
    }

    boolean answered(ResultSet row) throws SQLException {
        var cell = cell(row);
        var people = row.getLong("people");
        cell.scores.merge(row.getInt("score"), people, Long::sum);
        arm(cell.arm).answered(row);
        themes.add((String[]) row.getArray("reasons").getArray(), cell.arm, people);
        return true;
    }

    boolean contacted(ResultSet row) throws SQLException {
        arm(row.getString("arm")).contacted(row);
        return true;
    }

    boolean contactedByCell(ResultSet row) throws SQLException {
        var cell = cell(row);
        arm(cell.arm).contacted(row);
        if (!row.getString("kind").equals("message")) {
            cell.invited = row.getLong("people");
        }
        return true;
    }

    /** Before contacts are counted in another way. */
    void forgetContacts() {
        arms.values().forEach(Arm::forgetContacts);
        cells.values().forEach(cell -> cell.invited = 0L);
    }

    /** Who was asked does not matter, so that it is not part of the evidence. */
    void forgetWhoWasAsked() {
        cells.values().forEach(cell -> cell.invited = null);
    }

    /** Whether one arm answered more often, so that it matters who was asked. */
    boolean uneven() {
        return Weights.uneven(rates(arm -> arm.invited));
    }

    /** The same before it is known who was asked: nearly all of those drawn are. */
    boolean probablyUneven() {
        return rates(arm -> arm.assigned).p() < PROBABLY;
    }

    boolean happened(ResultSet row) throws SQLException {
        arm(row.getString("arm")).guardrails.put(row.getString("name"), row.getLong("people"));
        return true;
    }

    /** What else is known of an arm, when all has been counted. */
    Besides besides(String name, long mixed) {
        var arm = arm(name);
        return new Besides(
                arm.exposed,
                arm.invited,
                String.join(", ", arm.surveys),
                arm.recent,
                arm.firstAnswerAt,
                arm.invited == 0 ? null : (Double) Rounded.of(arm.days / arm.invited),
                name.equals("hold-out") ? mixed : 0,
                Collections.unmodifiableSortedMap(arm.guardrails));
    }

    List<Peers> peers() {
        return cells.values().stream().sorted(ORDER).map(Cell::peers).toList();
    }

    List<Theme> themes() {
        return themes.mostFrequent();
    }

    private Balance rates(ToLongFunction<Arm> all) {
        var treated = arm("treated");
        var holdOut = arm("hold-out");
        return Balance.ofRates(treated.answered, all.applyAsLong(treated), holdOut.answered, all.applyAsLong(holdOut));
    }

    private Cell cell(ResultSet row) throws SQLException {
        return Objects.requireNonNull(cells.get(row.getInt("cell")), "Everybody drawn is in a cell");
    }

    private Arm arm(String name) {
        return Objects.requireNonNull(arms.get(name), "There are two arms");
    }

    private static final class Cell {

        private final String arm;
        private final String stratum;
        private final @Nullable Integer earlier;
        private final long assigned;
        private final Map<Integer, Long> scores = new HashMap<>();
        private @Nullable Long invited;

        private Cell(ResultSet row) throws SQLException {
            arm = row.getString("arm");
            stratum = row.getString("stratum");
            earlier = row.getObject("earlier", Integer.class);
            assigned = row.getLong("people");
        }

        private String arm() {
            return arm;
        }

        private Peers peers() {
            var all = new ArrayList<>(Collections.nCopies(11, 0L));
            scores.forEach(all::set);
            return new Peers(arm, stratum, earlier, assigned, invited, List.copyOf(all));
        }
    }

    private static final class Arm {

        private final SortedSet<String> surveys = new TreeSet<>();
        private final SortedMap<String, Long> guardrails = new TreeMap<>();
        private long assigned;
        private long exposed;
        private long invited;
        private long answered;
        private double days;
        private long recent;
        private @Nullable Instant firstAnswerAt;

        private void contacted(ResultSet row) throws SQLException {
            if (row.getString("kind").equals("message")) {
                exposed += row.getLong("people");
            } else {
                invited += row.getLong("people");
                days += row.getDouble("days");
            }
        }

        private void forgetContacts() {
            exposed = 0;
            invited = 0;
            days = 0;
        }

        private void answered(ResultSet row) throws SQLException {
            surveys.add(row.getString("survey_key"));
            answered += row.getLong("people");
            recent += row.getLong("recent");
            var first = row.getTimestamp("first_at").toInstant();
            firstAnswerAt = firstAnswerAt == null || first.isBefore(firstAnswerAt) ? first : firstAnswerAt;
        }
    }
}
