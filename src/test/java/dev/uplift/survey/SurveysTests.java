package dev.uplift.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uplift.platform.Content;
import dev.uplift.platform.CustomerId;
import dev.uplift.platform.InvalidInput;
import dev.uplift.platform.RunId;
import dev.uplift.platform.SendId;
import dev.uplift.platform.TestDatabase;
import dev.uplift.platform.TestSecrets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SurveysTests {

    private static final Instant NOW = Instant.parse("2026-12-08T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient jdbc = TestDatabase.empty();
    private final Surveys surveys = surveys();

    @Test
    void invitesOnceAndGivesTheSameTokenAgain() {
        var invites = IntStream.range(0, 500).mapToObj(this::invite).toList();

        var tokens = surveys.invite(invites, NOW);
        var again = surveys.invite(invites, NOW.plus(DAY));

        assertThat(again).isEqualTo(tokens).hasSize(500);
        assertThat(tokens.values())
                .allMatch(token -> token.matches("[A-Za-z0-9_-]{22}"))
                .doesNotHaveDuplicates();
        assertThat(count("survey.invited")).isEqualTo(500);
    }

    @Test
    void neverStoresTokensInPlain() {
        var token = invited();

        var row = jdbc.sql("select i::text || encode(token_hash, 'escape') from survey.invitation i")
                .query(String.class)
                .single();
        var hashed = jdbc.sql("select token_hash = sha256(convert_to(:token, 'UTF8')) from survey.invitation")
                .param("token", token)
                .query(Boolean.class)
                .single();

        assertThat(row).doesNotContain(token);
        assertThat(hashed).isTrue();
    }

    @Test
    void showsAnInvitationWithoutWriting() {
        var token = invited();

        var invitation = surveys.find(token, NOW).orElseThrow();

        assertThat(invitation.survey().key()).isEqualTo("nps-annual-bill");
        assertThat(invitation.language()).isEqualTo("de");
        assertThat(invitation.given()).isNull();
        assertThat(invitation.open()).isTrue();
        assertThat(invitation.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(30)));
        assertThat(count("survey.response_event")).isZero();
    }

    @Test
    void knowsNoOtherTokens() {
        invited();

        assertThat(surveys.find("AAAAAAAAAAAAAAAAAAAAAA", NOW)).isEmpty();
        assertThat(surveys.answer("", answer(9, null), NOW)).isFalse();
    }

    @Test
    void notesTheVersionAndTheLanguageThatWereAnswered() {
        surveys.reload(NOW);
        surveys.reload(NOW.plus(DAY));
        surveys.answer(invited(), new Answer(9, List.of(), null, false, "en"), NOW);

        assertThat(texts("""
                        select v.key || ' ' || e.language || ' ' || (v.at = e.at) || ' ' || (v.source like '%touchpoint: annual-bill%')
                          from survey.response_event e
                          join survey.survey_version v on v.hash = e.survey_version""")).containsExactly("nps-annual-bill en true true");
        assertThat(count("survey.survey_version")).isEqualTo(surveys.keys().size());
    }

    @Test
    void refusesFirstAnswersAfterExpiry() {
        var token = invited();
        var late = NOW.plus(Duration.ofDays(30));

        assertThat(surveys.find(token, late).orElseThrow().open()).isFalse();
        assertThat(surveys.answer(token, answer(9, null), late)).isFalse();
        assertThat(count("survey.response_event")).isZero();
    }

    @Test
    void storesCleanWordsOnly() {
        var token = invited();
        var typed = "Hallo\r\nWelt\u0000\u001b[31m\u202e \ud800 " + "😀".repeat(3_000);

        surveys.answer(token, new Answer(5, List.of("Preis-Leistung", "<script>"), typed, true, "xx"), NOW);

        var stored =
                Objects.requireNonNull(surveys.find(token, NOW).orElseThrow().given());
        var comment = Objects.requireNonNull(stored.comment());
        assertThat(comment).startsWith("Hallo\nWelt[31m  😀");
        assertThat(comment.codePointCount(0, comment.length())).isLessThanOrEqualTo(2_000);
        assertThat(stored.reasons()).containsExactly("Preis-Leistung");
        assertThat(stored.language()).isEqualTo("de");
        assertThat(stored.callBack()).isTrue();
    }

    @Test
    void refusesScoresOffTheScale() {
        var token = invited();

        assertThatThrownBy(() -> surveys.answer(token, answer(11, null), NOW))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Choose 0 to 10");
        assertThatThrownBy(() -> surveys.answer(token, answer(-1, null), NOW)).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @CsvSource({"csat-service, csat, 1, 5", "ces-service, ces, 1, 7", "nps-service, nps, 0, 10"})
    void storesWhatTheSurveyAsksForAndOnlyItsScale(String survey, String metric, int lowest, int highest) {
        var invite = new Invite(new SendId(new UUID(8, 1)), new RunId(1), new CustomerId(1), survey, "de");
        var token = Objects.requireNonNull(surveys.invite(List.of(invite), NOW).get(invite.send()));

        assertThatThrownBy(() -> surveys.answer(token, answer(lowest - 1, null), NOW))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Choose " + lowest + " to " + highest);
        assertThatThrownBy(() -> surveys.answer(token, answer(highest + 1, null), NOW))
                .isInstanceOf(InvalidInput.class);
        assertThat(surveys.answer(token, answer(highest, null), NOW)).isTrue();

        assertThat(jdbc.sql("select metric || ' ' || score from survey.score")
                        .query(String.class)
                        .single())
                .isEqualTo(metric + " " + highest);
    }

    @Test
    void refusesInTheDatabaseTooWhatIsOffTheScale() {
        surveys.answer(invited(), answer(9, null), NOW);

        assertThatThrownBy(() -> jdbc.sql("update survey.response_event set metric = 'csat'")
                        .update())
                .hasMessageContaining("response_event_score_check");
    }

    private Surveys surveys() {
        var settings = TestSecrets.settingsOfTheDefaultCompany();
        return new Surveys(jdbc, new Content(settings), TestSecrets.secrets(), settings);
    }

    private String invited() {
        var invite = invite(1);
        var token = surveys.invite(List.of(invite), NOW).get(invite.send());
        return Objects.requireNonNull(token);
    }

    private Invite invite(int number) {
        return new Invite(
                new SendId(new UUID(7, number)), new RunId(1), new CustomerId(number), "nps-annual-bill", "de");
    }

    private static Answer answer(int score, @Nullable String comment) {
        return new Answer(score, List.of(), comment, false, "de");
    }

    private List<String> texts(String query) {
        return jdbc.sql(query).query(String.class).list();
    }

    private long count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Long.class).single();
    }
}
