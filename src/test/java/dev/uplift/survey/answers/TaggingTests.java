package dev.uplift.survey.answers;

import static dev.uplift.survey.answers.TestAnswers.NOW;
import static dev.uplift.survey.answers.TestAnswers.filter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.uplift.platform.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaggingTests {

    private static final String BILL = """
            name: { de: Rechnung, en: Bill }
            words:
              de: [rechnung*, "*abrechnung*", unklar]
              en: [bill*, on hold]
            not:
              de: [keine rechnung]
            """;

    @TempDir
    private Path content;

    private TestAnswers company;

    @BeforeEach
    void open() throws IOException {
        company = new TestAnswers(content);
    }

    @ParameterizedTest
    @CsvSource({
        "Meine RECHNUNGEN stimmen nicht, de, true",
        "Die Jahresabrechnungen!, de, true",
        "Berechnung, de, false",
        "unklar, de, true",
        "unklarer, de, false",
        "Ich bekam keine Rechnung, de, false",
        "The bill, en, true",
        "The bill, de, false",
        "Forty minutes on   hold, en, true",
        "hold on, en, false"
    })
    void findsWordsBeginningsPartsAndPhrasesInTheLanguageOfTheAnswer(String comment, String language, boolean about)
            throws IOException {
        company.rule("bill", BILL);
        company.say(1, "nps-bill", 3, comment, language, NOW);

        company.tagging.tag(NOW);

        assertThat(tags()).containsExactly(about ? List.of("bill") : List.of());
    }

    @Test
    void looksAnewAtWhatACustomerChanged() throws IOException {
        company.rule("bill", BILL);
        var token = company.say(1, "nps-bill", 3, "Die Rechnung", NOW);
        company.tagging.tag(NOW);

        company.again(token, 3, "Doch etwas anderes", "de", NOW.plusSeconds(5));
        assertThat(company.tagging.waiting()).isEqualTo(1);
        company.tagging.tag(NOW);

        assertThat(tags()).containsExactly(List.of());
        assertThat(company.tagging.waiting()).isZero();
    }

    @Test
    void looksAnewAtEverythingOnceARuleHasChangedAndNotesTheVersion() throws IOException {
        company.rule("bill", BILL);
        company.say(1, "nps-bill", 3, "Zu teuer", NOW);
        company.say(2, "nps-bill", 3, null, NOW);
        company.tagging.tag(NOW);

        company.rule("price", "name: {de: Preis, en: Price}\nwords: {de: [teuer], en: [dear]}");
        assertThat(company.tagging.waiting()).isEqualTo(2);
        company.tagging.tag(NOW);
        company.tagging.tag(NOW);

        assertThat(tags()).containsExactly(List.of(), List.of("price"));
        assertThat(company.jdbc
                        .sql("select tagged from survey.answer")
                        .query(Integer.class)
                        .list())
                .containsExactly(2, 2);
    }

    @Test
    void saysWhereARuleIsWrongAndWhatWouldBeRight() throws IOException {
        var problems = new ArrayList<Problem>();

        var tag = new TagReader(List.of("de", "en")).read("bill", """
                name: { de: Rechnung }
                words:
                  de: []
                  en: ["b!ll"]
                  fr: [facture]
                nott: {}
                """, problems);

        assertThat(tag).isNull();
        assertThat(problems)
                .extracting(problem -> problem.line() + ":" + problem.column() + " " + problem.what())
                .containsExactly(
                        "1:7 'name' has no text for 'en'.",
                        "3:7 'words' needs a list of words for each language.",
                        "4:8 'b!ll' is not a valid value for 'words'.",
                        "5:3 Unknown key 'fr'.",
                        "6:1 Unknown key 'nott'.");
        assertThat(problems.get(4).remedy()).isEqualTo("Did you mean 'not'?");
    }

    @Test
    void keepsTheRuleInForceWhoseFileIsBroken() throws IOException {
        company.rule("bill", BILL);

        company.rule("bill", "words: [");

        assertThat(company.tags.all()).extracting(Tag::key).containsExactly("bill");
        assertThat(company.tags.problems()).hasSize(1);
    }

    private List<List<String>> tags() {
        return company.answers.find(filter(), null, 10, true).rows().stream()
                .map(AnswerRow::tags)
                .toList();
    }
}
