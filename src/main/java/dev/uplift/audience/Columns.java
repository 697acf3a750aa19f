package dev.uplift.audience;

import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Medium;
import dev.uplift.platform.Problem;
import dev.uplift.platform.Purpose;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which column of a file holds which field: as the user says, else by its name, else an attribute of that name. */
final class Columns {

    static final String IGNORED = "-";

    private final List<String> headers;
    private final List<String> targets;

    private Columns(List<String> headers, List<String> targets) {
        this.headers = headers;
        this.targets = targets;
    }

    /** Assigns the columns; throws {@link InvalidInput} with all that is wrong about them. */
    static Columns of(String file, List<String> headers, Map<String, String> mapping) {
        var problems = new ArrayList<Problem>();
        var targets = new ArrayList<@Nullable String>(java.util.Collections.nCopies(headers.size(), null));
        mapping.forEach((column, target) -> {
            var index = indexOf(headers, column);
            if (index < 0) {
                problems.add(Problem.error(
                        file,
                        "There is no column '" + column + "' to map.",
                        "The columns are: " + String.join(", ", headers) + "."));
            } else {
                targets.set(index, target.isBlank() ? IGNORED : target);
            }
        });
        guess(headers, targets);
        var assigned =
                new Columns(headers, targets.stream().map(String::valueOf).toList());
        assigned.check(file, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return assigned;
    }

    int count() {
        return headers.size();
    }

    List<String> headers() {
        return headers;
    }

    /** What the column at this position holds. */
    String target(int index) {
        return targets.get(index);
    }

    /** The position of the column that holds this, or -1. */
    int indexOf(String target) {
        return targets.indexOf(target);
    }

    /** Column to field, in the order of the file. */
    Map<String, String> mapping() {
        var mapping = new LinkedHashMap<String, String>();
        IntStream.range(0, headers.size())
                .forEach(index -> mapping.putIfAbsent(headers.get(index), targets.get(index)));
        return mapping;
    }

    /** Columns that nobody mapped: the best name for each field wins it, the others become attributes. */
    private static void guess(List<String> headers, List<@Nullable String> targets) {
        var best = new LinkedHashMap<String, Integer>();
        for (int index = 0; index < headers.size(); index++) {
            var guess = targets.get(index) == null ? ColumnNames.guess(headers.get(index)) : null;
            var rival = guess == null ? null : best.get(guess.target());
            if (guess != null
                    && !targets.contains(guess.target())
                    && (rival == null || guess.rank() < rank(headers.get(rival)))) {
                best.put(guess.target(), index);
            }
        }
        best.forEach((target, index) -> targets.set(index, target));
        for (int index = 0; index < headers.size(); index++) {
            if (targets.get(index) == null) {
                targets.set(index, free(headers.get(index), index + 1));
            }
        }
    }

    private static int rank(String header) {
        var guess = ColumnNames.guess(header);
        return guess == null ? Integer.MAX_VALUE : guess.rank();
    }

    /** Unnamed columns hold nothing; those of an error file are ours and not the customer's. */
    private static String free(String header, int number) {
        return header.isBlank() || ErrorFile.COLUMNS.contains(header) ? IGNORED : ColumnNames.attribute(header, number);
    }

    private void check(String file, List<Problem> problems) {
        var seen = new HashSet<String>();
        for (int index = 0; index < targets.size(); index++) {
            var target = targets.get(index);
            var problem = target.equals(IGNORED) ? null : problem(target, seen.add(target));
            if (problem != null) {
                problems.add(
                        Problem.error(file, "Column '" + headers.get(index) + "' " + problem.what(), problem.remedy()));
            }
        }
        if (!targets.contains("externalId")) {
            problems.add(Problem.error(
                    file,
                    "No column holds the customer's key; the columns are: " + String.join(", ", headers) + ".",
                    "Name one externalId, customer id or Kundennummer, or map one to externalId."));
        }
    }

    private static @Nullable Wrong problem(String target, boolean first) {
        if (!ColumnNames.isTarget(target)) {
            return new Wrong(
                    "is mapped to '" + target + "', which is no field.",
                    "Map it to a field such as email, to attribute.<name>, consent.<channel>.<purpose> or -.");
        }
        if (!first) {
            return new Wrong("holds '" + target + "', as another does.", "Rename one, or map it to - to ignore it.");
        }
        var parts = target.split("\\.", -1);
        if (parts.length == 3
                && parts[0].equals("consent")
                && (Medium.of(parts[1]).isEmpty() || Purpose.of(parts[2]).isEmpty())) {
            return new Wrong(
                    "names no consent that we know.",
                    "Use consent.<channel>.<purpose> of " + KnownKeys.CHANNELS + " and " + KnownKeys.PURPOSES + ".");
        }
        return parts[0].equals("attribute")
                        && !Attributes.NAME
                                .matcher(target.substring("attribute.".length()))
                                .matches()
                ? new Wrong("names no usable attribute.", "Use letters, digits, - and _, a letter first.")
                : null;
    }

    private static int indexOf(List<String> headers, String column) {
        var exact = headers.indexOf(column.strip());
        return exact >= 0
                ? exact
                : IntStream.range(0, headers.size())
                        .filter(index -> headers.get(index).equalsIgnoreCase(column.strip()))
                        .findFirst()
                        .orElse(-1);
    }

    private record Wrong(String what, String remedy) {}
}
