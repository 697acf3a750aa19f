package dev.uplift.survey.answers;

import static dev.uplift.survey.answers.TestAnswers.NOW;
import static dev.uplift.survey.answers.TestAnswers.filter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTests {

    @TempDir
    private Path content;

    private TestAnswers company;

    @BeforeEach
    void open() throws IOException {
        company = new TestAnswers(content);
    }

    @ParameterizedTest
    @CsvSource({
        "rechn, true",
        "RECHNUNG unklar, true",
        "unklar rechn, true",
        "nung, false",
        "rechnung klar, false",
        "Kündigung, true",
        "kuendig, true",
        "KÜNDIG, true",
        "straße, true",
        "STRASSE, true",
        "mail, true",
        "'it''s : * & ! | ( <->', false",
        "rechnung ; drop table, false"
    })
    void findsCommentsByTheBeginningsOfTheirWords(String typed, boolean found) {
        company.say(1, "nps-bill", 3, "Die Rechnung ist unklar. Kündigung per E-Mail, Hafenstr. 2, Straße links!", NOW);
        company.say(2, "nps-bill", 9, "Alles gut", NOW);

        assertThat(company.comments("q", typed)).hasSize(found ? 1 : 0);
    }

    @Test
    void tellsNobodyWhoWasPromisedToStayUnknown() {
        company.say(company.customer(1), "nps-bill", 3, "Unklar", NOW);
        company.jdbc
                .sql("update survey.response_event set mode = 'pseudonymous'")
                .update();

        var rows = company.answers.find(filter("q", "unklar"), null, 10, true).rows();

        assertThat(rows).singleElement().extracting(AnswerRow::customer).isNull();
    }

    @Test
    void takesAnythingThatSomebodyMayPaste() {
        company.say(1, "nps-bill", 3, "Unklar", NOW);

        assertThat(company.comments("q", "x".repeat(5_000))).isEmpty();
        assertThat(company.comments("q", "unklar ".repeat(50))).hasSize(1);
        assertThat(company.comments("q", "\0 \\ %_ \uD83D\uDE00")).hasSize(1);
    }

    @Test
    void findsWhatTheCustomerLeftLastAndTheScoreThatWasConfirmedFirst() {
        var token = company.say(1, "nps-bill", 3, "Unklar", NOW);
        company.again(token, 8, "Inzwischen erklärt", "de", NOW.plusSeconds(600));

        var row = company.answers
                .find(filter("q", "erklärt"), null, 10, true)
                .rows()
                .get(0);

        assertThat(row.score()).isEqualTo(3);
        assertThat(row.amended()).isTrue();
        assertThat(row.at()).isEqualTo(NOW);
        assertThat(company.comments("q", "unklar")).isEmpty();
    }

    @Test
    void narrowsByEverythingThatIsKnownOfAnAnswer() throws IOException {
        company.rule("price", "name: {de: Preis, en: Price}\nwords: {de: [teuer], en: [expensive]}");
        company.say(1, "nps-bill", 2, "teuer", NOW.minus(Duration.ofDays(2)));
        company.say(2, "csat-call", 2, "zu lange", NOW.minus(Duration.ofDays(1)));
        company.say(3, "nps-bill", 10, "great", "en", NOW);
        company.tagging.tag(NOW);

        assertThat(company.comments()).containsExactly("great", "zu lange", "teuer");
        assertThat(company.comments("survey", "csat-call")).containsExactly("zu lange");
        assertThat(company.comments("touchpoint", "bill")).containsExactly("great", "teuer");
        assertThat(company.comments("touchpoint", "moon")).isEmpty();
        assertThat(company.comments("metric", "nps")).containsExactly("great", "teuer");
        assertThat(company.comments("class", "detractor")).containsExactly("zu lange", "teuer");
        assertThat(company.comments("class", "promoter")).containsExactly("great");
        assertThat(company.comments("score-at-least", "3")).containsExactly("great");
        assertThat(company.comments("score-at-most", "2", "metric", "nps")).containsExactly("teuer");
        assertThat(company.comments("language", "en")).containsExactly("great");
        assertThat(company.comments("tag", "price")).containsExactly("teuer");
        assertThat(company.comments("campaign", "none")).isEmpty();
        assertThat(company.comments("from", "2026-11-30", "to", "2026-11-30")).containsExactly("zu lange");
    }

    @Test
    void saysAtOnceAllThatIsWrongWithAQuestion() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> filter("class", "angry", "from", "31.12.2026", "score-at-most", "11"))
                .satisfies(wrong -> assertThat(wrong.problems())
                        .extracting(Problem::where)
                        .containsExactly("from", "score-at-most", "class"));
    }

    @Test
    void goesThroughAllPagesWithoutLossOrRepeat() {
        for (var customer = 1; customer <= 25; customer++) {
            company.say(customer, "nps-bill", 5, "Nummer " + customer, NOW.plusSeconds(customer / 4));
        }

        var seen = new ArrayList<String>();
        var page = company.answers.find(filter(), null, 10, true);
        page.rows().forEach(row -> seen.add(row.comment()));
        while (page.next() != null) {
            page = company.answers.find(filter(), Place.of(page.next().text()), 10, true);
            page.rows().forEach(row -> seen.add(row.comment()));
        }

        assertThat(seen).hasSize(25).doesNotHaveDuplicates().startsWith("Nummer 25", "Nummer 24", "Nummer 23");
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Place.of("yesterday"));
    }

    @Test
    void tellsWhoSaidItOnlyToThoseWhoMayKnow() {
        company.say(company.customer(7), "nps-bill", 3, "Unklar", NOW);

        var told = company.answers.find(filter(), null, 10, true).rows().get(0);
        var withheld = company.answers.find(filter(), null, 10, false).rows().get(0);

        assertThat(told.customer()).isEqualTo(new AnswerRow.Person("K-7", "Anna Albers"));
        assertThat(withheld.customer()).isNull();
    }

    @Test
    void countsUpToAThousandAndGivesAllOneByOne() {
        company.jdbc.sql("""
                        with sent as (
                            insert into survey.invitation (send_id, run_id, customer_id, survey_key, language, token_hash,
                                                           created_at, expires_at)
                            select gen_random_uuid(), 1, n, 'nps-bill', 'de', decode(lpad(n::text, 8, '0'), 'hex'),
                                   now(), now()
                              from generate_series(1, 3000) n
                            returning id, customer_id)
                        insert into survey.response_event (invitation_id, run_id, customer_id, survey_key, metric, type, score,
                                                           comment, language, at)
                        select id, 1, customer_id, 'nps-bill', 'nps', 'CONFIRMED', customer_id % 11, 'Wort ' || customer_id, 'de',
                               timestamptz '2026-01-01' + customer_id * interval '1 minute'
                          from sent""").update();
        var seen = new ArrayList<Integer>();

        company.answers.each(filter("q", "wort"), false, row -> seen.add(row.score()));

        assertThat(company.answers.find(filter("q", "wort"), null, 1, false).count())
                .isEqualTo(Answers.MOST);
        assertThat(company.answers.find(filter("q", "wort 299"), null, 1, false).count())
                .isEqualTo(11);
        assertThat(seen).hasSize(3000).startsWith(3000 % 11, 2999 % 11);
        assertThat(List.copyOf(seen.subList(2998, 3000))).containsExactly(2, 1);
    }
}
