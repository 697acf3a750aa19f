package dev.uplift.impact;

import dev.uplift.impact.Evidence.Besides;
import dev.uplift.platform.Metric;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts counts of cases together to the evidence of a comparison. */
final class FollowUpTally {

    private static final int ANSWERS = 11;

    private final Map<String, Arm> arms = Map.of("treated", new Arm(), "hold-out", new Arm(), "exempt", new Arm());

    /** People of an arm with the same two answers. */
    boolean followed(ResultSet row) throws SQLException {
        arm(row.getString("arm")).add(row);
        return true;
    }

    boolean happened(ResultSet row) throws SQLException {
        arm(row.getString("arm")).guardrails.put(row.getString("name"), row.getLong("people"));
        return true;
    }

    Evidence evidence(MeasurementPlan plan, Instant now) {
        var peers = new ArrayList<>(arm("treated").peers("treated"));
        peers.addAll(arm("hold-out").peers("hold-out"));
        return new Evidence(
                plan,
                now,
                0,
                List.copyOf(peers),
                arm("treated").besides(0),
                arm("hold-out").besides(arm("hold-out").contacted),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    Side exempt(Metric metric) {
        var exempt = arm("exempt");
        return new Side("exempt", metric, exempt.peers("exempt"), exempt.besides(0));
    }

    private Arm arm(String name) {
        return Objects.requireNonNull(arms.get(name), "There are three arms");
    }

    /** People of an arm whose case was opened by the same answer. */
    private static final class Alike {

        private final List<Long> scores = new ArrayList<>(Collections.nCopies(ANSWERS, 0L));
        private long assigned;
        private long asked;

        private void add(ResultSet row) throws SQLException {
            var people = row.getLong("people");
            var score = row.getObject("score", Integer.class);
            assigned += people;
            asked += row.getLong("asked");
            if (score != null) {
                scores.set(score, scores.get(score) + people);
            }
        }

        private Peers peers(String arm, int earlier) {
            return new Peers(arm, "", earlier, assigned, asked, List.copyOf(scores));
        }
    }

    private static final class Arm {

        private final SortedMap<Integer, Alike> alike = new TreeMap<>();
        private final SortedMap<String, Long> guardrails = new TreeMap<>();
        private long contacted;
        private long asked;
        private long recent;
        private @Nullable Instant firstAnswerAt;

        private void add(ResultSet row) throws SQLException {
            alike.computeIfAbsent(row.getInt("earlier"), earlier -> new Alike()).add(row);
            contacted += row.getLong("contacted");
            asked += row.getLong("asked");
            recent += row.getLong("recent");
            var first = row.getTimestamp("first_at");
            if (first != null && (firstAnswerAt == null || first.toInstant().isBefore(firstAnswerAt))) {
                firstAnswerAt = first.toInstant();
            }
        }

        private List<Peers> peers(String name) {
            return alike.entrySet().stream()
                    .map(entry -> entry.getValue().peers(name, entry.getKey()))
                    .toList();
        }

        /** Surveys and days of asking differ by chance where people are asked on many occasions, so neither is compared. */
        private Besides besides(long mixed) {
            return new Besides(
                    contacted,
                    asked,
                    "",
                    recent,
                    firstAnswerAt,
                    null,
                    mixed,
                    Collections.unmodifiableSortedMap(guardrails));
        }
    }
}
