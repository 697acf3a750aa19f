package dev.uplift.lab;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** The report for people: one static page without anything from elsewhere. */
final class ReliabilityPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Reliability report – Uplift</title>
            <style>
            body { margin: 0 auto; max-width: 75rem; padding: 2rem 1.25rem; color: #16232b; background: #fff;
                   font: 16px/1.5 system-ui, sans-serif; }
            h1 { font-size: 1.75rem; margin: 0 0 .5rem; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; width: 100%%; margin-top: 1.5rem; }
            caption { text-align: left; padding-bottom: .75rem; color: #47565f; }
            th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; border-bottom: 1px solid #d9e0e3; }
            thead th { border-bottom: 2px solid #0b5a66; white-space: nowrap; }
            .number { text-align: right; font-variant-numeric: tabular-nums; }
            .passed { color: #17633a; font-weight: 600; }
            .failed { color: #a3201d; font-weight: 600; }
            .skipped { color: #6b5300; font-weight: 600; }
            </style>
            </head>
            <body>
            <main>
            <h1>Reliability report</h1>
            <p>%s</p>
            <div class="wide" role="region" aria-label="Results" tabindex="0">
            <table>
            <caption>Faults the product was put through, and what became of the messages. Unknown: sends of which nobody
            can tell whether they were taken; they are shown, and never repeated.</caption>
            <thead><tr><th scope="col">Row</th><th scope="col">Fault</th><th scope="col" class="number">Runs</th>
            <th scope="col" class="number">Seeds</th><th scope="col" class="number">Sent twice</th>
            <th scope="col" class="number">Lost</th><th scope="col" class="number">Unknown</th>
            <th scope="col" class="number">Allowed</th><th scope="col">Result</th><th scope="col">Details</th></tr></thead>
            <tbody>
            %s
            </tbody>
            </table>
            </div>
            </main>
            </body>
            </html>
            """;

    private ReliabilityPage() {}

    static String of(List<Map<String, Object>> lines) {
        var results = lines.stream()
                .collect(Collectors.groupingBy(line -> String.valueOf(line.get("result")), Collectors.counting()));
        var summary = Stream.of("passed", "failed", "skipped")
                .filter(results::containsKey)
                .map(result -> results.get(result) + " " + result)
                .collect(Collectors.joining(", ", "Rows: ", "."));
        return PAGE.formatted(summary, lines.stream().map(ReliabilityPage::row).collect(Collectors.joining("\n")));
    }

    private static String row(Map<String, Object> line) {
        var numbers = Stream.of("runs", "seeds", "duplicates", "lost", "unknown", "unknownAllowed")
                .map(name -> "<td class=\"number\">" + text(line, name) + "</td>")
                .collect(Collectors.joining());
        var result = text(line, "result");
        return "<tr><th scope=\"row\">" + text(line, "id") + "</th><td>" + text(line, "what") + "</td>" + numbers
                + "<td class=\"" + result + "\">" + result + "</td><td>" + text(line, "detail") + "</td></tr>";
    }

    private static String text(Map<String, Object> line, String name) {
        return HtmlUtils.htmlEscape(String.valueOf(line.get(name)));
    }
}
