package dev.uplift.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The reliability report: a line for each row of the table of faults, written anew after each test. */
final class Reliability {

    private static final Path FOLDER = Path.of("target", "reports");
    private static final Map<String, Line> LINES = new TreeMap<>();

    private Reliability() {}

    static synchronized Line line(String id, String what) {
        return LINES.computeIfAbsent(id, key -> new Line(key, what));
    }

    static synchronized void write() {
        var lines = LINES.values().stream().map(Line::values).toList();
        try {
            Files.createDirectories(FOLDER);
            var json = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();
            Files.writeString(FOLDER.resolve("reliability.json"), json.writeValueAsString(lines));
            Files.writeString(FOLDER.resolve("reliability.html"), ReliabilityPage.of(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One row; it has passed only if each of its tests has. */
    static final class Line {

        private final String id;
        private final String what;
        private final List<String> details = new ArrayList<>();
        private final long[] numbers = new long[6];
        private String result = "";

        private Line(String id, String what) {
            this.id = id;
            this.what = what;
        }

        void add(
                long runs,
                long seeds,
                long duplicates,
                long lost,
                long unknown,
                long unknownAllowed,
                List<String> notes) {
            var more = new long[] {runs, 0, duplicates, lost, unknown, unknownAllowed};
            for (var i = 0; i < numbers.length; i++) {
                numbers[i] += more[i];
            }
            numbers[1] = Math.max(numbers[1], seeds);
            details.addAll(notes);
        }

        void passed() {
            result = result.isEmpty() ? "passed" : result;
        }

        void skipped(String why) {
            result = result.equals("failed") ? result : "skipped";
            details.add(why);
        }

        void failed(String why) {
            result = "failed";
            details.add(why);
        }

        private Map<String, Object> values() {
            var values = new LinkedHashMap<String, Object>();
            values.put("id", id);
            values.put("what", what);
            values.put("runs", numbers[0]);
            values.put("seeds", numbers[1]);
            values.put("duplicates", numbers[2]);
            values.put("lost", numbers[3]);
            values.put("unknown", numbers[4]);
            values.put("unknownAllowed", numbers[5]);
            values.put("result", result);
            values.put("detail", String.join("; ", details));
            return values;
        }
    }
}
