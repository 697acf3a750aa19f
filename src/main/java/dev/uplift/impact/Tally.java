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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts counts of several statements together by those who were alike, in an order that does not depend on the database. */
final class Tally {

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::arm)
            .reversed()
            .thenComparing(Key::stratum)
            .thenComparing(Key::earlier, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Map<Key, Counts> counts = new LinkedHashMap<>();
    private final Map<String, Arm> arms = new HashMap<>();

    boolean assigned(ResultSet row) throws SQLException {
        counts(row).assigned = row.getLong("people");
        return true;
    }

    boolean contacted(ResultSet row) throws SQLException {
        var people = row.getLong("people");
        if (row.getString("kind").equals("message")) {
            arm(row).exposed = people;
        } else {
            arm(row).invited = people;
            arm(row).days = row.getDouble("days");
        }
        return true;
    }

    /** Whether one arm answered more often, so that it matters who was asked. */
    boolean uneven() {
        var treated = arms.getOrDefault("treated", new Arm());
        var holdOut = arms.getOrDefault("hold-out", new Arm());
        return Weights.uneven(Balance.ofRates(treated.answered, treated.invited, holdOut.answered, holdOut.invited));
    }

    /** Before {@link #invited}: of groups that are not named there nobody was asked. */
    void askedNobody() {
        counts.values().forEach(group -> group.invited = 0L);
    }

    boolean invited(ResultSet row) throws SQLException {
        counts(row).invited = row.getLong("people");
        return true;
    }

    boolean answered(ResultSet row) throws SQLException {
        counts(row).scores.merge(row.getInt("score"), row.getLong("people"), Long::sum);
        arm(row).answered(row);
        return true;
    }

    boolean happened(ResultSet row) throws SQLException {
        arm(row).guardrails.put(row.getString("name"), row.getLong("people"));
        return true;
    }

    /** What else is known of an arm, when all has been counted. */
    Besides besides(String name, long mixed) {
        var arm = arms.computeIfAbsent(name, absent -> new Arm());
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
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(ORDER))
                .map(entry -> entry.getValue().peers(entry.getKey()))
                .toList();
    }

    private Counts counts(ResultSet row) throws SQLException {
        var key = new Key(row.getString("arm"), row.getString("stratum"), row.getObject("earlier", Integer.class));
        return counts.computeIfAbsent(key, absent -> new Counts());
    }

    private Arm arm(ResultSet row) throws SQLException {
        return arms.computeIfAbsent(row.getString("arm"), absent -> new Arm());
    }

    private record Key(String arm, String stratum, @Nullable Integer earlier) {}

    private static final class Counts {

        private long assigned;
        private @Nullable Long invited;
        private final Map<Integer, Long> scores = new HashMap<>();

        private Peers peers(Key key) {
            var all = new ArrayList<>(Collections.nCopies(11, 0L));
            scores.forEach(all::set);
            return new Peers(key.arm, key.stratum, key.earlier, assigned, invited, List.copyOf(all));
        }
    }

    private static final class Arm {

        private final SortedSet<String> surveys = new TreeSet<>();
        private final SortedMap<String, Long> guardrails = new TreeMap<>();
        private long exposed;
        private long invited;
        private long answered;
        private double days;
        private long recent;
        private @Nullable Instant firstAnswerAt;

        private void answered(ResultSet row) throws SQLException {
            surveys.add(row.getString("survey_key"));
            answered += row.getLong("people");
            recent += row.getLong("recent");
            var first = row.getTimestamp("first_at").toInstant();
            firstAnswerAt = firstAnswerAt == null || first.isBefore(firstAnswerAt) ? first : firstAnswerAt;
        }
    }
}
