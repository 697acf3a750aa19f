package dev.uplift.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.uplift.followup.AnsweredCases;
import dev.uplift.platform.UpliftSettings;
import dev.uplift.survey.answers.AnswerFilter;
import dev.uplift.survey.answers.AnswerQuestion;
import dev.uplift.survey.answers.AnswerRow;
import dev.uplift.survey.answers.Answers;
import dev.uplift.survey.answers.Place;
import dev.uplift.web.security.Access;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What customers said; every role may read it, but marketers are not told who said it. */
@RestController
class AnswersApi {

    private static final int PAGE = 50;

    private final Answers answers;
    private final AnsweredCases cases;
    private final ZoneId zone;

    AnswersApi(Answers answers, AnsweredCases cases, UpliftSettings settings) {
        this.answers = answers;
        this.cases = cases;
        this.zone = ZoneId.of(settings.company().zone());
    }

    /** Keyset pages of 50, the newest first: ask again with {@code next} as {@code after} while there is one. */
    @GetMapping("/api/answers")
    Page list(@RequestParam Map<String, String> asked, Authentication reader) {
        var filter = filter(asked);
        var actor = Access.actor(reader);
        var named = Access.KNOW_CUSTOMERS.allows(actor);
        var after = asked.getOrDefault("after", "");
        var found = answers.find(filter, after.isEmpty() ? null : Place.of(after), PAGE, named);
        var next = found.next();
        Map<Long, Long> known = named
                ? cases.of(found.rows().stream().map(AnswerRow::invitation).toList(), actor.name())
                : Map.of();
        return new Page(
                found.rows().stream()
                        .map(row -> AnswerView.of(row, known.get(row.invitation())))
                        .toList(),
                found.count(),
                found.count() < Answers.MOST,
                next == null ? null : next.text());
    }

    /** All of them; the separator is the semicolon for readers of German, else the comma. */
    @GetMapping("/api/answers.csv")
    void csv(
            @RequestParam Map<String, String> asked, Locale locale, Authentication reader, HttpServletResponse response)
            throws IOException {
        var filter = filter(asked);
        offer(response, "answers.csv", "text/csv;charset=UTF-8");
        write(AnswerFile.csv(response.getOutputStream(), locale, named(reader)), filter, reader);
    }

    /** All of them, on as many sheets as it takes. */
    @GetMapping("/api/answers.xlsx")
    void xlsx(@RequestParam Map<String, String> asked, Authentication reader, HttpServletResponse response)
            throws IOException {
        var filter = filter(asked);
        offer(response, "answers.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        write(AnswerFile.xlsx(response.getOutputStream(), named(reader)), filter, reader);
    }

    private void write(AnswerFile file, AnswerFilter filter, Authentication reader) throws IOException {
        answers.each(filter, named(reader), file::add);
        file.finish();
    }

    private AnswerFilter filter(Map<String, String> asked) {
        return AnswerQuestion.read(asked, zone);
    }

    private static boolean named(Authentication reader) {
        return Access.KNOW_CUSTOMERS.allows(Access.actor(reader));
    }

    private static void offer(HttpServletResponse response, String name, String type) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }

    /**
     * A page.
     *
     * @param hits how many there are in all, counted up to 1,000
     * @param exact whether there are no more than that
     * @param next the place where the list goes on; absent at its end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<AnswerView> answers,
            long hits,
            boolean exact,
            @Nullable String next) {}
}
