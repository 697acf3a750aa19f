package dev.uplift.message;

import dev.uplift.platform.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The lines between two {@code ---} at the top of a mail template, and what follows them.
 *
 * @param fields the values by name, each moved to where it stands in the file so that positions in errors are right
 * @param body the rest, with the front matter replaced by empty lines for the same reason
 */
record FrontMatter(Map<String, String> fields, String body) {

    static final String SUBJECT = "subject";
    static final String PREHEADER = "preheader";
    static final String REASON = "reason";

    private static final List<String> REQUIRED = List.of(SUBJECT, PREHEADER);
    private static final Set<String> KNOWN = Set.of(SUBJECT, PREHEADER, REASON);
    private static final String REMEDY =
            "Begin the file with --- , subject: …, preheader: …, --- on lines of their own.";

    static FrontMatter of(String file, String source, Consumer<Problem> problems) {
        var lines = source.lines().toList();
        var end = lines.isEmpty() || !lines.get(0).equals("---")
                ? -1
                : lines.subList(1, lines.size()).indexOf("---");
        if (end < 0) {
            problems.accept(at(file, 1, "The front matter is missing.", REMEDY));
            return new FrontMatter(Map.of(), source);
        }
        var fields = new LinkedHashMap<String, String>();
        for (var number = 1; number <= end; number++) {
            read(file, lines.get(number), number, fields, problems);
        }
        REQUIRED.stream()
                .filter(name -> !fields.containsKey(name))
                .forEach(name -> problems.accept(at(file, 1, "The front matter lacks '" + name + ":'.", REMEDY)));
        var rest = lines.subList(end + 2, lines.size());
        return new FrontMatter(fields, "\n".repeat(end + 2) + String.join("\n", rest) + "\n");
    }

    private static void read(
            String file, String line, int before, Map<String, String> fields, Consumer<Problem> problems) {
        var colon = line.indexOf(':');
        var name = colon < 0 ? line.strip() : line.substring(0, colon).strip();
        if (name.isEmpty()) {
            return;
        }
        if (colon < 0 || !KNOWN.contains(name) || line.substring(colon + 1).isBlank()) {
            problems.accept(at(
                    file,
                    before + 1,
                    "'" + name + "' is not a line of a front matter, or has no value.",
                    "Use subject:, preheader: and reason:, each with a text behind it."));
            return;
        }
        fields.put(name, "\n".repeat(before) + " ".repeat(colon + 1) + line.substring(colon + 1));
    }

    private static Problem at(String file, int line, String what, String remedy) {
        return new Problem(Problem.Severity.ERROR, file, line, 1, what, remedy);
    }
}
