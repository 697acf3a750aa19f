package dev.uplift.web.staff;

import dev.uplift.survey.Draft;
import dev.uplift.survey.Survey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The definition of a survey as its author sees it.
 *
 * @param before hash of the text on disk that the author began with; empty for none
 * @param facts what is in force, in a few words
 * @param previews the pages that customers see, of the definition in force; empty before the first one
 * @param operates whether the reader may change it
 */
record SurveyPage(
        String key,
        String text,
        String before,
        int rows,
        List<PlanPage.Fault> faults,
        String facts,
        List<Language> previews,
        boolean operates) {

    /** What a new survey begins with. */
    static final String STARTER = """
            metric: nps                  # nps, csat or ces
            kind: transactional          # about one moment, or relational: about the company
            touchpoint: annual-bill
            mode: identified             # or pseudonymous, or anonymous
            expires: 30d

            occasion:
              de: "Es geht um …"
              en: "This is about …"

            reasons:
              de:
                - Etwas anderes
              en:
                - Something else
            """;

    private static final int FEWEST_ROWS = 20;
    private static final int MOST_ROWS = 60;

    /** A text in the form, and the hash of the one it was begun with. */
    record Text(String text, String before) {

        /** Browsers send two characters for the end of a line. */
        static Text entered(String text, String before) {
            return new Text(text.replace("\r\n", "\n"), before);
        }
    }

    /** The pages in one language. */
    record Language(String key, List<Preview> pages) {}

    /** A page. */
    record Preview(String address, String label) {}

    static SurveyPage of(
            String key, Text text, Draft draft, Optional<Survey> inForce, boolean operates, Wording wording) {
        var lines = (int) text.text().lines().count() + 2;
        return new SurveyPage(
                key,
                text.text(),
                text.before(),
                Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, lines)),
                draft.problems().stream().map(PlanPage.Fault::of).toList(),
                inForce.map(survey -> facts(survey, wording)).orElse(""),
                inForce.map(survey -> previews(survey, wording)).orElse(List.of()),
                operates);
    }

    private static String facts(Survey survey, Wording wording) {
        return String.join(
                " · ",
                wording.of(survey.metric()).metricName(),
                wording.word("staff.kind.", survey.kind()),
                survey.touchpoint(),
                wording.text("staff.mode." + survey.mode().key()));
    }

    private static List<Language> previews(Survey survey, Wording wording) {
        return survey.occasion().keySet().stream()
                .sorted()
                .map(language -> new Language(
                        language,
                        pages(survey)
                                .map(page -> new Preview(
                                        "/surveys/" + survey.key() + "/preview?page=" + page + "&lang=" + language,
                                        wording.text("staff.survey.page." + page)))
                                .toList()))
                .toList();
    }

    private static Stream<String> pages(Survey survey) {
        var steps = survey.questions().stream()
                .anyMatch(question -> !question.showIf().answered().isEmpty());
        return Stream.of("question", "low", "middle", "high", "further", "thanks")
                .filter(page -> steps || !page.equals("further"));
    }
}
