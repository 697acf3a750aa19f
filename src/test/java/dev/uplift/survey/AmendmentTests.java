package dev.uplift.survey;

import static dev.uplift.survey.OwnSurveys.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be changed of an answer, and for how long. */
class AmendmentTests {

    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path content;

    private OwnSurveys own;

    @BeforeEach
    void write() {
        own = new OwnSurveys(content, OwnSurveys.PLAIN);
    }

    @Test
    void analysesTheFirstScoreAndTheLatestComment() {
        var token = own.invited(1);

        assertThat(own.surveys.answer(token, answer(9, null), NOW)).isTrue();
        assertThat(own.surveys.answer(token, answer(3, "Zu teuer"), NOW.plus(DAY)))
                .isTrue();

        assertThat(own.texts("select score || ' ' || comment from survey.response"))
                .containsExactly("9 Zu teuer");
        assertThat(own.surveys.find(token, NOW.plus(DAY)).orElseThrow().given())
                .isEqualTo(new Answer(3, List.of(), "Zu teuer", false, "de"));
    }

    @Test
    void takesAnotherScoreForThirtyDaysOnly() {
        var token = own.invited(1);
        var first = NOW.plus(Duration.ofDays(29));
        own.surveys.answer(token, answer(7, null), first);

        assertThat(own.surveys.answer(token, answer(8, null), first.plus(Duration.ofDays(29))))
                .isTrue();
        assertThat(own.surveys.answer(token, answer(9, null), first.plus(Duration.ofDays(30))))
                .isFalse();
        assertThat(own.surveys
                        .find(token, first.plus(Duration.ofDays(30)))
                        .orElseThrow()
                        .open())
                .isFalse();
        assertThat(own.texts("select type || score from survey.response_event order by id"))
                .containsExactly("CONFIRMED7", "AMENDED8");
    }

    @Test
    void takesOtherWordsForSevenDaysOnly() {
        var token = own.invited(1);
        own.surveys.answer(token, new Answer(7, List.of("Preis"), "eins", true, "de"), NOW);

        var early = NOW.plus(DAY.multipliedBy(7)).minusSeconds(1);
        var late = NOW.plus(DAY.multipliedBy(7));
        assertThat(own.surveys.find(token, early).orElseThrow().wordsOpen()).isTrue();
        own.surveys.answer(token, new Answer(7, List.of(), "zwei", true, "de"), early);
        assertThat(own.surveys.find(token, late).orElseThrow().wordsOpen()).isFalse();
        own.surveys.answer(token, new Answer(2, List.of("Tempo"), "drei", false, "de"), late);

        assertThat(own.surveys.find(token, late).orElseThrow().given())
                .isEqualTo(new Answer(2, List.of(), "zwei", true, "de"));
        assertThat(own.texts("select score || ' ' || comment || ' ' || call_back from survey.response"))
                .containsExactly("7 zwei true");
    }

    @Test
    void confirmsOnlyOneOfTwoSimultaneousAnswers() throws Exception {
        var tokens = IntStream.rangeClosed(1, 20).mapToObj(own::invited).toList();
        var barrier = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);

        for (var token : tokens) {
            var both = pool.invokeAll(Stream.of(2, 10)
                    .<Callable<Boolean>>map(score -> () -> {
                        barrier.await();
                        return own.surveys.answer(token, answer(score, null), NOW);
                    })
                    .toList());
            for (var one : both) {
                assertThat(one.get()).isTrue();
            }
        }
        pool.shutdown();

        assertThat(own.texts("select '' from survey.response")).hasSize(20);
        assertThat(own.texts("select '' from survey.response_event where type = 'AMENDED'"))
                .hasSize(20);
    }

    private static Answer answer(int score, @Nullable String comment) {
        return new Answer(score, List.of(), comment, false, "de");
    }
}
